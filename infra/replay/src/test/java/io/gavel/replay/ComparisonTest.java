package io.gavel.replay;

import static io.gavel.replay.Script.START;
import static io.gavel.replay.Script.aLot;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ComparisonTest {

    private static final String SCRIPT =
            aLot("\"reserve\":3000")
                    .bid("alice", 2_000)
                    .bid("carol", 1_500)
                    .bid("dave", 2_500)
                    .at(START.plus(Duration.ofHours(1)))
                    .closeDue()
                    .text();

    @TempDir Path folder;

    @Test
    void other_rules_give_another_end() throws IOException {
        Ran ran = Ran.replay(SCRIPT, "-", "--what-if", rules("{\"reserve\":null}"));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .isEqualTo(
                        """
                        {"lot":"%s",\
                        "before":{"outcome":"unsold","hammer":null,"winner":null,"account":null,\
                        "price":2100,"bids":3,"closesAt":"2026-11-22T13:00:00.000Z"},\
                        "after":{"outcome":"sold","hammer":2100,"winner":3,"account":"dave",\
                        "price":2100,"bids":3,"closesAt":"2026-11-22T13:00:00.000Z"},\
                        "changed":["outcome","hammer","winner"]}
                        """
                                .formatted(Script.LOT));
        assertThat(ran.err())
                .isEqualTo(
                        """
                        lot %s: unsold -> sold to dave for 2100
                        0 decisions changed, 0 commands left out, 1 lots came out differently
                        """
                                .formatted(Script.LOT));
    }

    @Test
    void a_decision_that_changed_is_told() throws IOException {
        Ran ran = Ran.replay(SCRIPT, "-", "--what-if", rules("{\"startingPrice\":1600}"));

        assertThat(ran.out().lines().findFirst())
                .hasValue(
                        "{\"changed\":{\"id\":\"00000000-0000-0007-0000-000000000002\","
                                + "\"before\":\"accepted\",\"after\":\"rejected too-low\"}}");
        assertThat(lot(ran).get("changed")).hasToString("[\"bids\"]");
    }

    @Test
    void without_a_bidder_the_others_stay_and_paddles_move_up() {
        Ran ran = Ran.replay(SCRIPT, "-", "--without", "alice", "--without", "carol");

        assertThat(lot(ran).get("after").get("winner").isNull()).isTrue();
        assertThat(lot(ran).get("after").get("price").intValue()).isEqualTo(1_000);
        assertThat(ran.named("changed").stream().filter(JsonNode::isObject)).isEmpty();
        assertThat(ran.err()).contains("0 decisions changed, 2 commands left out, 1 lots");
    }

    @Test
    void the_winner_is_the_same_if_the_account_is_whatever_his_paddle() {
        String script = aLot().bid("alice", 1_000).bid("carol", 5_000).closeDue().text();

        JsonNode lot = lot(Ran.replay(script, "-", "--without", "alice"));

        assertThat(lot.get("before").get("outcome").asString()).isEqualTo("open");
        assertThat(lot.get("before").get("winner").intValue()).isEqualTo(2);
        assertThat(lot.get("after").get("winner").intValue()).isEqualTo(1);
        assertThat(lot.get("after").get("account").asString()).isEqualTo("carol");
        assertThat(lot.get("changed")).hasToString("[\"price\",\"bids\"]");
    }

    @Test
    void another_format_is_another_rule() throws IOException {
        String sealed = rules("{\"format\":\"vickrey\",\"reserve\":null}");

        JsonNode after = lot(Ran.replay(SCRIPT, "-", "--what-if", sealed)).get("after");

        assertThat(after.get("hammer").intValue()).isEqualTo(2_000);
        assertThat(after.get("account").asString()).isEqualTo("dave");
    }

    @Test
    void each_lot_is_told_of_in_the_order_of_the_file() {
        String other = "00000000-0000-0000-0000-000000000001";
        String script = aLot().bid("alice", 2_000).lot(other).list().bid("carol", 1_000).text();

        Ran ran = Ran.replay(script, "-", "--without", "alice");

        assertThat(ran.lines().stream().map(line -> line.path("lot").asString("")))
                .containsExactly(Script.LOT, other);
        assertThat(ran.lines().getLast().get("changed")).isEmpty();
    }

    @Test
    void a_lot_that_was_not_listed_says_so() {
        JsonNode lot = lot(Ran.replay(SCRIPT, "-", "--without", "bob"));

        assertThat(lot.get("after").get("outcome").asString()).isEqualTo("not-listed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | not JSON",
                "[] | ARRAY (expected: a JSON object)",
                "{\"startPrice\":5} | startPrice: no field of a listing (expected: any of title",
                "{\"startingPrice\":0} | startingPrice: 0 (expected: a whole number",
                "{\"currency\":null} | currency: missing (expected: a value)",
                "{\"softClose\":{\"window\":\"2\"}} | softClose.extension: missing",
                "{\"format\":\"dutch\"} | with the other rules: reserve: given (expected: absent",
            })
    void rules_that_cannot_be_are_named_and_nothing_is_done(String rules, String message)
            throws IOException {
        Ran ran = Ran.replay(SCRIPT, "-", "--what-if", rules(rules));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void a_line_that_cannot_be_read_is_told_once() {
        Ran ran = Ran.replay("nonsense\n" + SCRIPT, "-", "--without", "alice");

        assertThat(ran.err()).containsOnlyOnce("\"line\":1");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    private static JsonNode lot(Ran ran) {
        return Json.tree(ran.out().lines().toList().getLast().getBytes(UTF_8));
    }

    private String rules(String json) throws IOException {
        return Files.writeString(folder.resolve("rules.json"), json).toString();
    }
}
