package io.gavel.systemtests;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a gateway's own documents say that it answers; its answers are held to it. */
final class PublishedInterface {

    private static final String PLACE = "https://gavel.example/";
    private static final String OPENAPI = "openapi.yaml";
    private static final String SCHEMAS = "schemas.yaml";

    /** Of a long log, that many lines are looked at. */
    private static final int LINES = 100;

    private final JsonNode openapi;
    private final SchemaRegistry registry;

    /** Reads the documents from the gateway. */
    PublishedInterface(HttpClient http, URI gateway) {
        Map<String, String> texts = new HashMap<>();
        for (String name : List.of(OPENAPI, SCHEMAS)) {
            texts.put(PLACE + name, json(http, gateway.resolve("/" + name)));
        }
        openapi = Json.tree(texts.get(PLACE + OPENAPI).getBytes(StandardCharsets.UTF_8));
        registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    }

    /** Fails if an answer is not as described; what is no call of the interface is none. */
    void check(String method, String path, int status, String type, byte[] body) {
        String verb = method.toLowerCase(Locale.ROOT);
        openapi.required("paths").properties().stream()
                .filter(each -> path.matches(each.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                .filter(each -> each.getValue().has(verb))
                .findFirst()
                .ifPresent(each -> {
                    JsonPointer responses =
                            JsonPointer.empty()
                                    .appendProperty("paths")
                                    .appendProperty(each.getKey())
                                    .appendProperty(verb)
                                    .appendProperty("responses");
                    String call = method + " " + path + ": " + status + " " + type;
                    check(call, responses.appendProperty(Integer.toString(status)), type, body);
                });
    }

    /** What is wrong with a frame from the server. */
    List<String> problemsOfFrame(JsonNode frame) {
        return problems(PLACE + SCHEMAS + "#/$defs/ServerFrame", frame);
    }

    private void check(String call, JsonPointer described, String type, byte[] body) {
        JsonNode response = openapi.at(described);
        require(call, response.isObject(), "status not described");
        JsonPointer place = described;
        if (response.has("$ref")) {
            place = JsonPointer.compile(response.required("$ref").stringValue().substring(1));
        }
        String plain = type.replaceAll(";.*", "");
        JsonPointer content = place.appendProperty("content").appendProperty(plain);
        if (body.length == 0 && !openapi.at(place).has("content")) {
            return;
        }
        require(call, openapi.at(content).isObject(), "content type not described");
        String schema = PLACE + OPENAPI + "#" + escaped(content.appendProperty("schema"));
        if (plain.endsWith("json")) {
            values(plain, body)
                    .forEach(value -> {
                        List<String> problems = problems(schema, value);
                        require(call, problems.isEmpty(), problems + " in " + value);
                    });
        }
    }

    private List<String> problems(String schema, JsonNode value) {
        return registry.getSchema(SchemaLocation.of(schema)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private static Stream<JsonNode> values(String type, byte[] body) {
        return type.equals("application/x-ndjson")
                ? new String(body, StandardCharsets.UTF_8)
                        .lines()
                        .limit(LINES)
                        .map(line -> Json.tree(line.getBytes(StandardCharsets.UTF_8)))
                : Stream.of(Json.tree(body));
    }

    private static void require(String call, boolean right, String problem) {
        if (!right) {
            throw new AssertionError(call + " is not as openapi.yaml says: " + problem);
        }
    }

    private static String escaped(JsonPointer pointer) {
        return pointer.toString().replace("{", "%7B").replace("}", "%7D");
    }

    private static String json(HttpClient http, URI document) {
        try {
            byte[] yaml =
                    http.send(HttpRequest.newBuilder(document).build(), BodyHandlers.ofByteArray())
                            .body();
            return new String(Json.bytes(new YAMLMapper().readTree(yaml)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
