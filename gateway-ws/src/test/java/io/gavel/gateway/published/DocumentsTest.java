package io.gavel.gateway.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The documents are sound in themselves. */
class DocumentsTest {

    @ParameterizedTest
    @CsvSource({
        Documents.OPENAPI + ",/published/openapi-rules.yaml",
        Documents.ASYNCAPI + ",/published/asyncapi-rules.yaml"
    })
    void are_what_their_specification_says(String document, String rules) {
        assertThat(Documents.problems(Documents.read(rules), Documents.document(document)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Documents.OPENAPI, Documents.ASYNCAPI, Documents.SCHEMAS})
    void refer_to_what_is_there(String document) {
        List<String> refs = new ArrayList<>();
        Documents.document(document).findValues("$ref").forEach(ref -> refs.add(ref.stringValue()));
        assertThat(refs)
                .hasSizeGreaterThan(30)
                .allSatisfy(ref ->
                        assertThat(Documents.follow(document, ref).isObject()).as(ref).isTrue());
    }

    /** In YAML, a comma in a description that is not quoted begins a field. */
    @ParameterizedTest
    @ValueSource(strings = {Documents.OPENAPI, Documents.ASYNCAPI, Documents.SCHEMAS})
    void have_no_field_by_mistake(String document) {
        assertThat(names(Documents.document(document))).noneMatch(name -> name.contains(" "));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>(node.propertyNames());
        node.values().forEach(value -> names.addAll(names(value)));
        return names;
    }
}
