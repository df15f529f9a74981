package io.gavel.verify;

import io.gavel.contracts.lot.CanonicalUuid;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What verifying needs of an event.
 *
 * @param rules the exact bytes of the rules; in {@code listed} only, as is their hash
 */
record LoggedEvent(
        UUID lot,
        long version,
        Instant at,
        long offset,
        String type,
        String prev,
        byte @Nullable [] rules,
        @Nullable String rulesHash) {

    static final String LISTED = "listed";
    static final String CLOSED = "closed";

    /** A key that is given twice could be read either way, so it is refused. */
    private static final JsonMapper STRICT =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException if the bytes are not one; the message says why
     */
    static LoggedEvent read(byte[] bytes) {
        Form form = new Form(bytes);
        try (JsonParser json = STRICT.createParser(bytes)) {
            form.read(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("at: " + e.getMessage(), e);
        }
        return form.event();
    }

    private static final class Form {

        private final byte[] bytes;
        private @Nullable UUID lot;
        private long version = -1;
        private @Nullable Instant at;
        private long offset = -1;
        private @Nullable String type;
        private @Nullable String prev;
        private byte @Nullable [] rules;
        private @Nullable String rulesHash;

        Form(byte[] bytes) {
            this.bytes = bytes;
        }

        void read(JsonParser json) {
            require(json.nextToken() == JsonToken.START_OBJECT, "not a JSON object");
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                switch (name) {
                    case "lot" -> lot = CanonicalUuid.parse(text(name, value, json));
                    case "version" -> version = number(name, value, json);
                    case "at" -> at = Instant.parse(text(name, value, json));
                    case "offset" -> offset = number(name, value, json);
                    case "type" -> type = text(name, value, json);
                    case "prev" -> prev = hash(name, value, json);
                    case "rules" -> rules = raw(json);
                    case "rulesHash" -> rulesHash = hash(name, value, json);
                    default -> json.skipChildren();
                }
            }
            require(json.nextToken() == null, "more than one value in a line");
        }

        LoggedEvent event() {
            if (lot == null || at == null || type == null || prev == null) {
                throw new IllegalArgumentException(
                        "no event (expected: lot, version, at, offset, type and prev)");
            }
            require(version >= 0 && offset >= 0, "no version or no offset");
            return new LoggedEvent(lot, version, at, offset, type, prev, rules, rulesHash);
        }

        private byte[] raw(JsonParser json) {
            int start = (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            return Arrays.copyOfRange(bytes, start, (int) json.currentLocation().getByteOffset());
        }

        private static String text(String name, JsonToken value, JsonParser json) {
            require(value == JsonToken.VALUE_STRING, name + ": not a string");
            return json.getString();
        }

        private static String hash(String name, JsonToken value, JsonParser json) {
            String hash = text(name, value, json);
            require(HASH.matcher(hash).matches(), name + ": not 64 lower-case hex digits");
            return hash;
        }

        private static long number(String name, JsonToken value, JsonParser json) {
            require(value == JsonToken.VALUE_NUMBER_INT, name + ": not a whole number");
            return json.getLongValue();
        }

        private static void require(boolean holds, String problem) {
            if (!holds) {
                throw new IllegalArgumentException(problem);
            }
        }
    }
}
