package io.gavel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class UnreadableLinesTest {

    private static final String T = "{\"T\":\"2026-11-22T12:00:00Z\",";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | not JSON",
                "[] | not an object",
                "{} | T: missing",
                "{\"T\":7,\"command\":{}} | T: VALUE_NUMBER_INT (expected: an instant",
                "{\"T\":\"noon\",\"command\":{}} | T: noon (expected: an instant",
                "{\"T\":\"2026-11-31T12:00:00.000Z\",\"command\":{}} | T: 2026-11-31T12:00:00.000Z",
                "{\"T\":\"2026-11-22T12:60:00.000Z\",\"command\":{}} | T: 2026-11-22T12:60:00.000Z",
                "{\"T\":\"2026-11-22T12:00:00Z\"} | command: missing",
                "{\"T\":\"2026-11-22T12:00:00Z\",\"command\":\"x\"} | command: VALUE_STRING",
                "{\"T\":\"2026-11-22T12:00:00Z\",\"command\":{}} | command: id: missing",
                "{\"T\":\"2026-11-22T12:00:00Z\",\"offset\":-1,\"command\":{}} | offset: -1",
                "{\"T\":\"2026-11-22T12:00:00Z\",\"offset\":1.5,\"command\":{}} | offset: 1.5",
                "{\"T\":\"2026-11-22T12:00:00Z\",\"partition\":9999999999} | partition: 9999999999",
                "{\"T\":\"2026-11-22T12:00:00Z\",\"T\":\"2026-11-22T12:00:00Z\"} | T: given twice",
                "{\"T\":\"2026-11-22T12:00:00Z\",\"command\":{},\"command\":{}} | given twice",
                "{\"T\":\"2026-11-22T12:00:00Z\",\"command\":{ | not JSON",
                "{} {} | more than one object",
                "{\"outages\":7} | outages: VALUE_NUMBER_INT (expected: [{\"from\":",
                "{\"outages\":[7]} | outages: VALUE_NUMBER_INT (expected: [{\"from\":",
                "{\"outages\":[{\"from\":7}]} | outages: VALUE_NUMBER_INT (expected: [{\"from\":",
                "{\"outages\":[{\"from\":\"noon\"}]} | outages: noon (expected: [{\"from\":",
                "{\"outages\":[{\"from\":\"2026-11-22T12:00:00Z\"}]} | outages: until: missing",
                "{\"outages\":[{\"from\":\"2026-11-22T12:00:00Z\",\"until\":\"2026-11-22T12:00:00Z\"}]}"
                    + " | outages: until: 2026-11-22T12:00:00Z (expected: after",
                "{\"outages\":[ | not JSON",
            })
    void a_line_that_cannot_be_read_is_told_and_passed_over(String line, String problem) {
        Ran ran = Ran.replay(line + "\n" + Script.aLot().text(), "-");

        JsonNode told = Json.tree(ran.err().getBytes()).get("unreadable");
        assertThat(told.get("line").intValue()).isEqualTo(1);
        assertThat(told.get("problem").asString()).contains(problem);
        assertThat(ran.outcomes()).containsExactly("accepted");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void a_command_that_can_be_answered_is_answered_however_wrong() {
        Ran ran =
                Ran.replay(Script.aLot().text().replace("\"startingPrice\":1000", "\"a\":1"), "-");

        assertThat(ran.decisions().getFirst().get("detail").asString())
                .isEqualTo("startingPrice: missing (expected: a value)");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void a_line_longer_than_any_record_is_told_and_passed_over() {
        String huge = T + "\"x\":\"" + "y".repeat(3 * Lines.MAX_BYTES) + "\"}";

        Ran ran = Ran.replay(Script.aLot().raw(huge).bid("alice", 1_000).text(), "-");

        assertThat(ran.err()).contains("\"line\":2").contains("longer than 1048576 bytes");
        assertThat(ran.outcomes()).containsExactly("accepted", "accepted");
    }
}
