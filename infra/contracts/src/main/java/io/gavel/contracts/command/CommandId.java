package io.gavel.contracts.command;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.gavel.contracts.lot.CanonicalUuid;
import java.util.UUID;

/**
 * Names one command for the whole life of its lot; chosen by the client, so that it can send it
 * again.
 */
public record CommandId(@JsonValue UUID value) {

    @JsonCreator
    public CommandId {}

    /**
     * Reads the canonical form.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its canonical form
     */
    public static CommandId parse(String text) {
        return new CommandId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
