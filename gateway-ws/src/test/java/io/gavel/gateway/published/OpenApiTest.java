package io.gavel.gateway.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** {@code openapi.yaml} tells enough, and its examples are right. */
class OpenApiTest {

    private static final JsonNode DOCUMENT = Documents.document(Documents.OPENAPI);
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

    /** Inside it is a command as it came. */
    private static final Set<String> OPEN = Set.of("/components/schemas/DecidedCommand/command");

    static List<Operations.Operation> operations() {
        return Operations.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_path_has_its_parameters(Operations.Operation operation) {
        List<String> variables =
                VARIABLE.matcher(operation.path()).results().map(MatchResult::group).toList();
        assertThat(operation.parameters())
                .filteredOn(one -> one.required("in").stringValue().equals("path"))
                .extracting(one -> "{" + one.required("name").stringValue() + "}")
                .isEqualTo(variables);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_error_is_a_problem_unless_it_is_a_decision(Operations.Operation operation) {
        for (String status : operation.statuses()) {
            boolean decides = status.equals("409") && operation.path().startsWith("/api/v1/lots");
            if (decides) {
                JsonNode schema =
                        operation.response(status).at("/content/application~1json/schema");
                JsonNode decision = schema.has("oneOf") ? schema.at("/oneOf/0") : schema;
                assertThat(decision.required("$ref").stringValue())
                        .isEqualTo("schemas.yaml#/$defs/Decision");
            } else if (Integer.parseInt(status) >= 400) {
                assertThat(operation.response(status).required("content").propertyNames())
                        .as(status)
                        .containsExactly("application/problem+json");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void who_may_not_wait_or_must_sign_in_is_told_how(Operations.Operation operation) {
        for (String status : operation.statuses()) {
            JsonNode headers = operation.response(status).path("headers");
            switch (status) {
                case "401" -> assertThat(headers.has("WWW-Authenticate")).isTrue();
                case "201", "202" -> assertThat(headers.has("Location")).as(status).isTrue();
                case "429", "503", "504" ->
                        assertThat(headers.has("Retry-After")).as(status).isTrue();
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_call_that_needs_a_token_says_what_happens_without(Operations.Operation operation) {
        if (!operation.json().has("security")) {
            assertThat(operation.statuses()).contains("401");
        }
        if (operation.method().equals("post")) {
            assertThat(operation.statuses()).contains("400", "413", "415");
        }
    }

    @Test
    void names_of_calls_are_of_one_each() {
        assertThat(operations())
                .extracting(operation -> operation.json().required("operationId").stringValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_answered_has_no_field_that_is_not_described() {
        List<String> open = new ArrayList<>();
        collectOpen("/components/responses", DOCUMENT.at("/components/responses"), open);
        collectOpen("/components/schemas", DOCUMENT.at("/components/schemas"), open);
        for (Operations.Operation operation : operations()) {
            collectOpen(operation.toString(), operation.json().required("responses"), open);
        }
        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void examples_are_as_described() {
        List<JsonPointer> contents = new ArrayList<>();
        collectExamples(JsonPointer.empty(), DOCUMENT, contents);
        assertThat(contents).hasSizeGreaterThan(4);
        for (JsonPointer content : contents) {
            DOCUMENT.at(content)
                    .required("examples")
                    .forEach(example ->
                            assertThat(
                                            Documents.problems(
                                                    Documents.OPENAPI,
                                                    content.appendProperty("schema"),
                                                    example.required("value")))
                                    .as(content.toString())
                                    .isEmpty());
        }
    }

    private static void collectOpen(String place, JsonNode node, List<String> open) {
        boolean isObject = node.path("type").asString("").equals("object");
        if (isObject && node.path("additionalProperties").asBoolean(true)) {
            open.add(place.replace("/properties", ""));
        }
        node.properties()
                .forEach(each -> collectOpen(place + "/" + each.getKey(), each.getValue(), open));
    }

    private static void collectExamples(JsonPointer place, JsonNode node, List<JsonPointer> to) {
        if (node.has("schema") && node.path("examples").isObject()) {
            to.add(place);
        }
        node.properties()
                .forEach(each ->
                        collectExamples(place.appendProperty(each.getKey()), each.getValue(), to));
    }
}
