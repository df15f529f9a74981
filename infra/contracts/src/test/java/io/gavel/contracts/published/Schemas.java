package io.gavel.contracts.published;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schemas of what the services say. */
final class Schemas {

    static final JsonNode DOCUMENT = read("/published/schemas.yaml");

    private static final String PLACE = "https://gavel.example/schemas.yaml";
    private static final String META = "https://json-schema.org/draft/2020-12/schema";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemas(
                                    Map.of(
                                            PLACE,
                                            new String(
                                                    Json.bytes(DOCUMENT),
                                                    StandardCharsets.UTF_8))));

    private Schemas() {}

    static JsonNode read(String resource) {
        YAMLMapper yaml =
                YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            return yaml.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode definition(String name) {
        return DOCUMENT.required("$defs").required(name);
    }

    /**
     * What is wrong with a message. Of several forms, it is held to the one that has its type.
     *
     * @param name of the definition, such as {@code Event}
     */
    static List<String> problems(String name, JsonNode message) {
        JsonNode forms = definition(name).path("oneOf");
        if (forms.isMissingNode()) {
            return problemsAt(PLACE + "#/$defs/" + name, message);
        }
        String type = message.path("type").asString("");
        return forms.values().stream()
                .map(form -> form.required("$ref").stringValue())
                .filter(ref -> type.equals(typeOf(ref)))
                .findFirst()
                .map(ref -> problemsAt(PLACE + ref, message))
                .orElseGet(() -> List.of("type: " + type + " (expected: " + types(name) + ")"));
    }

    static List<String> problemsOfDocument() {
        return problemsAt(META, DOCUMENT);
    }

    /** The types of the forms that a definition has. */
    static Set<String> types(String name) {
        return definition(name).required("oneOf").values().stream()
                .map(form -> typeOf(form.required("$ref").stringValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of a definition that lists them, or of a property that does. */
    static Set<String> words(JsonNode list) {
        String key = list.has("enum") ? "enum" : "oneOf";
        return list.required(key).values().stream()
                .map(word -> word.isObject() ? word.required("const") : word)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String typeOf(String ref) {
        return DOCUMENT.at(ref.substring(1))
                .required("properties")
                .required("type")
                .required("const")
                .stringValue();
    }

    private static List<String> problemsAt(String location, JsonNode message) {
        return REGISTRY.getSchema(SchemaLocation.of(location)).validate(message).stream()
                .map(Error::toString)
                .toList();
    }
}
