package io.gavel.replay;

import static io.gavel.replay.Script.START;
import static io.gavel.replay.Script.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReplayTest {

    @Test
    void the_decision_comes_first_and_its_events_after_it() {
        Ran ran = Ran.replay(aLot().bid("alice", 1_000).text(), "-");

        assertThat(ran.out().lines().map(line -> line.replaceAll("^\\{\"(\\w+)\".*", "$1")))
                .containsExactly("decision", "event", "event", "decision", "event");
        assertThat(ran.events().stream().map(event -> event.get("type").asString()))
                .containsExactly("listed", "opened", "bid");
    }

    @Test
    void photos_are_in_the_log_where_a_lot_has_some_and_change_nothing_else() {
        String photo = "0a".repeat(32);

        Ran with =
                Ran.replay(aLot("\"photos\":[\"" + photo + "\"]").bid("alice", 1_000).text(), "-");
        Ran without = Ran.replay(aLot().bid("alice", 1_000).text(), "-");

        assertThat(with.events().getFirst().get("photos").get(0).stringValue()).isEqualTo(photo);
        assertThat(without.events().getFirst().has("photos")).isFalse();
        assertThat(with.events().getFirst().get("rulesHash"))
                .isEqualTo(without.events().getFirst().get("rulesHash"));
        assertThat(with.decisions()).isEqualTo(without.decisions());
    }

    @Test
    void the_same_command_again_gets_the_first_decision_and_no_events() {
        Ran ran =
                Ran.replay(
                        aLot().bid("alice", 1_000)
                                .bid("carol", 2_000)
                                .again()
                                .at(START.plusSeconds(7_200))
                                .closeDue()
                                .raw(aLot().bid("alice", 1_000).line(1))
                                .text(),
                        "-");

        assertThat(ran.decisions().get(3)).isEqualTo(ran.decisions().get(2));
        assertThat(ran.decisions().get(5)).isEqualTo(ran.decisions().get(1));
        assertThat(ran.events()).hasSize(5);
    }

    @Test
    void who_asks_the_same_is_told_the_same_whatever_the_gateway_noted_about_him() {
        Script script = aLot().bid("alice", 1_000);
        String suspended = script.line(1).replace("\"amount\"", "\"suspended\":true,\"amount\"");

        Ran ran = Ran.replay(script.raw(suspended).text(), "-");

        assertThat(ran.outcomes()).containsExactly("accepted", "accepted", "accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "\"amount\":1000, \"amount\":1001",
        "\"amount\":1000, '\"amount\":1000,\"confirmLarge\":true'",
        "alice, carol",
        "place-bid, buy-now",
        "place-bid, nonsense",
    })
    void another_content_under_the_same_id_is_a_conflict_every_time(String said, String now) {
        Script script = aLot().bid("alice", 1_000);
        String other = script.line(1).replace(said, now);
        Ran ran = Ran.replay(script.raw(other).raw(other).again().text(), "-");

        assertThat(ran.outcomes())
                .containsExactly(
                        "accepted",
                        "accepted",
                        "rejected conflict",
                        "rejected conflict",
                        "rejected conflict");
        assertThat(ran.decisions().get(3).get("offset").intValue()).isEqualTo(3);
    }

    @Test
    void the_same_id_on_another_lot_is_another_command() {
        String lot = "00000000-0000-0000-0000-000000000001";
        Script script = aLot().bid("alice", 1_000);

        Ran ran =
                Ran.replay(
                        script.raw(script.line(0).replace(Script.LOT, lot))
                                .raw(script.line(1).replace(Script.LOT, lot))
                                .text(),
                        "-");

        assertThat(ran.outcomes()).containsOnly("accepted").hasSize(4);
    }

    @Test
    void time_does_not_go_back_within_a_partition() {
        Ran ran =
                Ran.replay(
                        aLot().at(START.plusSeconds(10))
                                .bid("alice", 1_000)
                                .at(START.plusSeconds(5))
                                .bid("carol", 2_000)
                                .text(),
                        "-");

        assertThat(ran.decisions().get(2).get("at").asString())
                .isEqualTo("2026-11-22T12:00:10.000Z");
    }

    @Test
    void each_partition_has_its_own_clock() {
        Script script = aLot();
        String other =
                script.line(0)
                        .replace("{\"T\"", "{\"partition\":3,\"T\"")
                        .replace(Script.LOT, "00000000-0000-0000-0000-000000000001")
                        .replace("12:00:00Z", "11:00:00Z");

        JsonNode decision = Ran.replay(script.raw(other).text(), "-").decisions().get(1);

        assertThat(decision.get("at").asString()).isEqualTo("2026-11-22T11:00:00.000Z");
        assertThat(decision.get("partition").intValue()).isEqualTo(3);
    }

    @Test
    void a_line_that_cannot_be_read_moves_the_clock_as_a_dead_letter_does() {
        Ran ran =
                Ran.replay(
                        aLot().raw("{\"T\":\"2026-11-22T13:00:00Z\",\"command\":{}}")
                                .bid("alice", 1_000)
                                .text(),
                        "-");

        assertThat(ran.outcomes()).containsExactly("accepted", "rejected closed");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void the_offset_is_the_one_given_else_the_number_of_the_line() {
        Script script = aLot().raw("").bid("alice", 1_000);
        String given = script.bid("carol", 2_000).line(3).replace("{\"T\"", "{\"offset\":99,\"T\"");

        Ran ran = Ran.replay(script.raw(given.replace("carol", "dave")).text(), "-");

        assertThat(ran.decisions().stream().map(each -> each.get("offset").intValue()))
                .containsExactly(0, 2, 3, 99);
    }

    @Test
    void what_else_stands_in_a_line_is_ignored_in_any_order() {
        Script script = aLot();
        String line =
                script.bid("alice", 1_000)
                        .line(1)
                        .replace("{\"T\"", "{\"outbid\":{\"a\":[1]},\"conflicting\":false,\"T\"");

        assertThat(Ran.replay(aLot().raw(line).text(), "-").out())
                .isEqualTo(Ran.replay(script.text(), "-").out());
    }

    @Test
    void what_was_made_good_of_outages_is_in_the_line_and_comes_before_the_command() {
        String late = aLot().at(START.plusSeconds(3_630)).bid("alice", 1_000).line(1);
        String outage =
                "{\"from\":\"2026-11-22T12:59:00.000Z\",\"until\":\"2026-11-22T13:00:30.000Z\"}";
        String given = late.replace("{\"T\"", "{\"outages\":[" + outage + "],\"T\"");

        Ran ran = Ran.replay(aLot().raw(given).text(), "-");

        assertThat(Ran.replay(aLot().raw(late).text(), "-").outcomes())
                .containsExactly("accepted", "rejected closed");
        assertThat(ran.outcomes()).containsExactly("accepted", "accepted");
        JsonNode extended = ran.events().get(2);
        assertThat(extended.get("type").asString()).isEqualTo("extended");
        assertThat(extended.get("reason").asString()).isEqualTo("outage");
        assertThat(extended.get("closesAt").asString()).isEqualTo("2026-11-22T13:01:30.000Z");
        assertThat(ran.events().get(3).get("type").asString()).isEqualTo("bid");
    }

    @Test
    void a_heartbeat_moves_the_clock_and_says_nothing() {
        Ran ran =
                Ran.replay(
                        aLot().raw(
                                        "{\"T\":\"2026-11-22T13:00:00Z\",\"command\":{\"type\":\"heartbeat\",\"by\":\"gateway-1\"}}")
                                .bid("alice", 1_000)
                                .text(),
                        "-");

        assertThat(ran.outcomes()).containsExactly("accepted", "rejected closed");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void a_bidder_keeps_his_paddle() {
        Ran ran =
                Ran.replay(
                        aLot().bid("alice", 1_000).bid("carol", 2_000).bid("alice", 3_000).text(),
                        "-");

        assertThat(ran.decisions().stream().skip(1).map(each -> each.get("paddle").intValue()))
                .containsExactly(1, 2, 1);
    }
}
