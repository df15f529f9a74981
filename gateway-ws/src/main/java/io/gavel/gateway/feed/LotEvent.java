package io.gavel.gateway.feed;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.wire.Standing;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One public event of a lot.
 *
 * @param at the append time of the command that caused it
 * @param bytes its exact bytes; nobody may change them
 */
record LotEvent(LotId lot, long version, Instant at, String type, byte[] bytes) {

    private static final String CLOSED = "closed";

    /** Whether nothing can follow that makes it unimportant. */
    boolean isTerminal() {
        return CLOSED.equals(type);
    }

    /** What a state frame of it is to one that waits before it. */
    Standing standing() {
        return isTerminal() ? Standing.lasting(lot) : Standing.passing(lot);
    }

    /**
     * Reads what the gateway must know of an event and leaves the rest alone.
     *
     * @throws IllegalArgumentException if the bytes are not an event
     */
    static LotEvent of(byte[] bytes) {
        LotId lot = null;
        long version = 0;
        Instant at = null;
        String type = null;
        try (JsonParser json = Json.MAPPER.createParser(bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "lot" -> lot = LotId.parse(json.getString());
                    case "version" -> version = json.getLongValue();
                    case "at" -> at = Instant.parse(json.getString());
                    case "type" -> type = json.getString();
                    default -> json.skipChildren();
                }
                if (lot != null && version > 0 && at != null && type != null) {
                    return new LotEvent(lot, version, at, type, bytes);
                }
            }
        } catch (JacksonException | DateTimeException e) {
            throw notAnEvent(e);
        }
        throw notAnEvent(null);
    }

    private static IllegalArgumentException notAnEvent(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "not an event (expected: lot, version, at and type)", cause);
    }
}
