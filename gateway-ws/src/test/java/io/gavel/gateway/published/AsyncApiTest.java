package io.gavel.gateway.published;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.topic.Headers;
import io.gavel.contracts.topic.Topics;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** {@code asyncapi.yaml} has the frames, close codes and topics of the code, and no others. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = Documents.document(Documents.ASYNCAPI);
    private static final JsonNode SOCKET = DOCUMENT.at("/channels/socket");
    private static final Path GOLDEN =
            Path.of("..", "infra", "contracts", "src", "test", "resources", "golden");

    static Set<String> messages() {
        return new TreeSet<>(DOCUMENT.at("/components/messages").propertyNames());
    }

    @Test
    void clients_say_and_hear_the_frames_that_have_schemas() {
        assertThat(typesIn("hearClient")).isEqualTo(typesOf("ClientFrame"));
        assertThat(typesIn("tellClient")).isEqualTo(typesOf("ServerFrame"));
    }

    @Test
    void close_codes_are_those_of_the_code() {
        Map<Integer, String> described = new TreeMap<>();
        SOCKET.required("x-close-codes")
                .forEach(code ->
                        described.put(
                                code.required("code").intValue(),
                                code.required("reason").stringValue()));
        Map<Integer, String> codes = new TreeMap<>();
        Stream.of(CloseCode.values()).forEach(code -> codes.put(code.code(), code.reason()));
        assertThat(described).isEqualTo(codes);
    }

    @Test
    void close_codes_from_4500_on_mean_not_to_come_back() {
        SOCKET.required("x-close-codes")
                .forEach(code ->
                        assertThat(code.required("comeBack").booleanValue())
                                .as(code.toString())
                                .isEqualTo(code.required("code").intValue() < 4500));
    }

    @Test
    void topics_are_those_of_the_code() {
        Set<String> topics =
                Stream.of(Topics.values())
                        .flatMap(topic -> Stream.of(topic.topic(), topic.deadLetters()))
                        .collect(toCollection(TreeSet::new));
        assertThat(DOCUMENT.required("channels").values())
                .filteredOn(channel -> channel != SOCKET)
                .extracting(channel -> channel.required("address").stringValue())
                .containsExactlyInAnyOrderElementsOf(topics);
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_has_the_settings_of_the_code(Topics topic) {
        JsonNode channel =
                DOCUMENT.required("channels").values().stream()
                        .filter(one -> one.required("address").asString().equals(topic.topic()))
                        .findFirst()
                        .orElseThrow();
        Map<String, String> settings = new TreeMap<>();
        channel.required("x-topic-settings")
                .properties()
                .forEach(each -> settings.put(each.getKey(), each.getValue().stringValue()));
        assertThat(settings).isEqualTo(topic.settings());
        JsonNode kafka = channel.at("/bindings/kafka");
        assertThat(kafka.required("topic").stringValue()).isEqualTo(topic.topic());
        assertThat(kafka.required("partitions").intValue()).isEqualTo(Topics.LOCAL_PARTITIONS);
    }

    @Test
    void headers_are_those_of_the_code() throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field constant : Headers.class.getDeclaredFields()) {
            if (Modifier.isPublic(constant.getModifiers())) {
                names.add(String.valueOf(constant.get(null)));
            }
        }
        Set<String> described = new TreeSet<>();
        DOCUMENT.at("/components/messages")
                .forEach(message ->
                        described.addAll(message.at("/headers/properties").propertyNames()));
        assertThat(described).isEqualTo(names);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void examples_are_the_golden_files(String message) throws IOException {
        JsonNode examples = DOCUMENT.at("/components/messages/" + message).path("examples");
        assertThat(examples.isEmpty()).isEqualTo(message.equals("deadLetter"));
        for (JsonNode example : examples) {
            Path golden = GOLDEN.resolve(example.required("name").stringValue() + ".json");
            assertThat(example.required("payload"))
                    .isEqualTo(Json.tree(Files.readAllBytes(golden)));
        }
    }

    /** Gateways do not put aside sales and standings that they cannot read. */
    @Test
    void every_channel_is_used_but_two() {
        Set<String> unused = new TreeSet<>(DOCUMENT.required("channels").propertyNames());
        for (JsonNode operation : DOCUMENT.required("operations")) {
            String channel = operation.at("/channel/$ref").stringValue();
            unused.remove(channel.replace("#/channels/", ""));
        }
        assertThat(unused).containsExactly("biddersDeadLetters", "salesDeadLetters");
    }

    /** The types of the messages of an operation on the socket. */
    private static Set<String> typesIn(String operation) {
        Set<String> types = new TreeSet<>();
        for (JsonNode message : DOCUMENT.at("/operations/" + operation + "/messages")) {
            JsonNode resolved =
                    Documents.resolved(
                            Documents.ASYNCAPI, Documents.resolved(Documents.ASYNCAPI, message));
            types.add(typeOf(resolved.at("/payload/schema/$ref").stringValue()));
        }
        return types;
    }

    private static Set<String> typesOf(String schema) {
        Set<String> types = new TreeSet<>();
        Documents.document(Documents.SCHEMAS)
                .at("/$defs/" + schema + "/oneOf")
                .forEach(form -> types.add(typeOf(form.required("$ref").stringValue())));
        return types;
    }

    private static String typeOf(String ref) {
        return Documents.follow(Documents.SCHEMAS, ref).at("/properties/type/const").stringValue();
    }
}
