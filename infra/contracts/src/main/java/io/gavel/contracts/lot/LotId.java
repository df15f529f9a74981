package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a lot; the key of every record about it. */
public record LotId(@JsonValue UUID value) implements Comparable<LotId> {

    @JsonCreator
    public LotId {}

    /**
     * Reads the canonical form.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its canonical form
     */
    public static LotId parse(String text) {
        return new LotId(CanonicalUuid.parse(text));
    }

    @Override
    public int compareTo(LotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
