package io.gavel.gateway.published;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The documents, read, and the schemas in them. */
final class Documents {

    static final String OPENAPI = "openapi.yaml";
    static final String ASYNCAPI = "asyncapi.yaml";
    static final String SCHEMAS = "schemas.yaml";

    private static final String PLACE = "https://gavel.example/";
    private static final Map<String, JsonNode> BY_NAME =
            Stream.of(OPENAPI, ASYNCAPI, SCHEMAS)
                    .collect(Collectors.toMap(name -> name, name -> read("/published/" + name)));
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(texts()));

    private Documents() {}

    static JsonNode document(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    /** Any YAML on the class path; a key that stands twice is an error. */
    static JsonNode read(String resource) {
        YAMLMapper yaml =
                YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (InputStream in = Documents.class.getResourceAsStream(resource)) {
            return yaml.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reference in a document leads to; nothing where it leads nowhere. */
    static JsonNode follow(String document, String ref) {
        int hash = ref.indexOf('#');
        String target = hash == 0 ? document : ref.substring(0, hash);
        return BY_NAME.containsKey(target)
                ? document(target).at(ref.substring(hash + 1))
                : Json.MAPPER.missingNode();
    }

    /** The node itself, or what it refers to. */
    static JsonNode resolved(String document, JsonNode node) {
        return node.has("$ref") ? follow(document, node.required("$ref").stringValue()) : node;
    }

    /** What is wrong with a value, by the schema at a place in a document. */
    static List<String> problems(String document, JsonPointer schema, JsonNode value) {
        String fragment = schema.toString().replace("%", "%25").replace("{", "%7B");
        return problems(
                REGISTRY.getSchema(
                        SchemaLocation.of(PLACE + document + "#" + fragment.replace("}", "%7D"))),
                value);
    }

    static List<String> problems(JsonNode schema, JsonNode value) {
        return problems(REGISTRY.getSchema(schema), value);
    }

    private static List<String> problems(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(Error::toString).toList();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        BY_NAME.forEach((name, document) ->
                texts.put(PLACE + name, new String(Json.bytes(document), StandardCharsets.UTF_8)));
        return texts;
    }
}
