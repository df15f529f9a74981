package io.gavel.settlement.records;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Reads polls of records; a record that cannot be read becomes a dead letter. */
@Component
public final class Incoming {

    private final DeadLetters deadLetters;

    Incoming(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * What could be read, in the order of the records. The rest is on the dead letter topic when
     * this returns. To be called on the listener's own thread.
     */
    public <T> List<T> read(List<ConsumerRecord<byte[], byte[]>> records, RecordFormat<T> format) {
        List<T> values = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                values.add(format.read(value(record)));
            } catch (JacksonException e) {
                deadLetters.send(record, e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                deadLetters.send(record, String.valueOf(e.getMessage()));
            }
        }
        return values;
    }

    private static byte[] value(ConsumerRecord<byte[], byte @Nullable []> record) {
        byte[] value = record.value();
        if (value == null) {
            throw new IllegalArgumentException("no value (expected: a JSON object)");
        }
        return value;
    }
}
