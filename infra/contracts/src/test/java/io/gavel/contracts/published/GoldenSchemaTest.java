package io.gavel.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.Golden;
import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each golden file is what its schema says, and nothing besides. */
class GoldenSchemaTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    /** By how the name of a golden file begins. */
    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "bidder", "BidderStanding",
                    "client", "ClientFrame",
                    "command", "Command",
                    "decision", "Decision",
                    "event", "Event",
                    "frame", "ServerFrame",
                    "heartbeat", "Heartbeat",
                    "sale", "Sale");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_as_described(String name) {
        assertThat(Schemas.problems(schema(name), golden(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void has_no_field_that_is_not_described(String name) {
        for (String place : objects("", golden(name))) {
            JsonNode message = golden(name);
            ((ObjectNode) message.at(place)).put("notDescribed", true);
            assertThat(Schemas.problems(schema(name), message))
                    .as("%s with another field in its object %s", name, place)
                    .isNotEmpty();
        }
    }

    @Test
    void all_types_have_a_golden_file() throws IOException {
        for (String schema : List.of("ClientFrame", "Command", "Event", "ServerFrame")) {
            List<String> shown = new ArrayList<>();
            for (String name : names()) {
                shown.add(golden(name).path("type").asString(""));
            }
            assertThat(shown).as("types of %s", schema).containsAll(Schemas.types(schema));
        }
    }

    private static JsonNode golden(String name) {
        return Json.tree(Golden.bytes(name));
    }

    private static String schema(String name) {
        String begin = name.split("-", 2)[0];
        assertThat(SCHEMAS).as("schema of golden file %s", name).containsKey(begin);
        return SCHEMAS.get(begin);
    }

    /** The places of all objects in a message, its own first. */
    private static List<String> objects(String place, JsonNode node) {
        List<String> places = new ArrayList<>();
        if (node.isObject()) {
            places.add(place);
            node.propertyStream()
                    .forEach(field ->
                            places.addAll(objects(place + "/" + field.getKey(), field.getValue())));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.addAll(objects(place + "/" + i, node.get(i)));
        }
        return places;
    }
}
