package io.gavel.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDocumentTest {

    @Test
    void is_a_json_schema() {
        assertThat(Schemas.problemsOfDocument()).isEmpty();
    }

    @Test
    void refers_to_definitions_that_are_there() {
        List<String> refs = new ArrayList<>();
        Schemas.DOCUMENT.findValues("$ref").forEach(ref -> refs.add(ref.stringValue()));
        assertThat(refs)
                .hasSizeGreaterThan(100)
                .allSatisfy(ref -> assertThat(ref).startsWith("#/$defs/"))
                .allSatisfy(ref ->
                        assertThat(Schemas.DOCUMENT.at(ref.substring(1)).isObject())
                                .as(ref)
                                .isTrue());
    }
}
