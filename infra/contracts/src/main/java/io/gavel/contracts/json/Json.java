package io.gavel.contracts.json;

import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The one JSON mapper of Gavel. */
public final class Json {

    /**
     * Writes instants with milliseconds and properties in their declared order; refuses a key given
     * twice.
     */
    public static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .addModule(
                            new SimpleModule("gavel")
                                    .addSerializer(Instant.class, new InstantSerializer()))
                    .build();

    private Json() {}

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Reads one value.
     *
     * @throws JacksonException if the bytes are not JSON of that type
     */
    public static <T> T read(byte[] bytes, Class<T> type) {
        return MAPPER.readValue(bytes, type);
    }

    /**
     * Reads any JSON.
     *
     * @throws JacksonException if the bytes are not JSON
     */
    public static JsonNode tree(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    private static final class InstantSerializer extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
            json.writeString(Instants.format(value));
        }
    }
}
