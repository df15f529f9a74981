package io.gavel.settlement.records;

/** Reads the value of a record. */
@FunctionalInterface
public interface RecordFormat<T> {

    /**
     * Reads one value.
     *
     * @throws RuntimeException if the bytes are none; its message is put on the dead letter
     */
    T read(byte[] value);
}
