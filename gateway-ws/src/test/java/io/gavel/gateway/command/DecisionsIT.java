package io.gavel.gateway.command;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.SocketClient;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DecisionsIT {

    private final LotId lot = new LotId(UUID.randomUUID());
    private final CommandId id = new CommandId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void a_bid_goes_to_the_log_in_the_name_of_its_token() {
        try (SocketClient alice = gateway().connectAs("alice", "BIDDER")) {
            bid(alice);
            PlaceBid sent = gateway().topics().sentBid(id);
            assertThat(sent.by().value()).isEqualTo("alice");
            assertThat(sent.lot()).isEqualTo(lot);
            assertThat(sent.amount()).isEqualTo(new Money(12_500));
            assertThat(sent.confirmLarge()).isTrue();
        }
    }

    @Test
    void a_decision_goes_to_all_of_its_bidders_connections_and_to_nobody_else() {
        Decision decision = Decisions.accepted(lot, id, "dora");
        String exact = new String(Json.bytes(decision), StandardCharsets.UTF_8);
        try (SocketClient one = gateway().connectAs("dora", "BIDDER");
                SocketClient two = gateway().connectAs("dora", "BIDDER");
                SocketClient other = gateway().connectAs("bob", "BIDDER");
                SocketClient spectator = gateway().connect()) {
            gateway().topics().publish(decision, null);
            assertThat(one.nextText()).isEqualTo(exact);
            assertThat(two.nextText()).isEqualTo(exact);
            other.hearsNothing();
            spectator.hearsNothing();
        }
    }

    @Test
    void the_dethroned_leader_is_told_what_the_public_knows() {
        Decision decision = Decisions.accepted(lot, id, "erin");
        try (SocketClient leader = gateway().connectAs("fred", "BIDDER");
                SocketClient other = gateway().connectAs("gina", "BIDDER")) {
            gateway().topics().publish(decision, "fred");
            assertThat(leader.nextText())
                    .isEqualTo(
                            "{\"type\":\"outbid\",\"lot\":\"%s\",\"version\":18,\"price\":12500,\"next\":13000,\"at\":\"2026-11-22T14:03:07.412Z\"}"
                                    .formatted(lot));
            other.hearsNothing();
        }
    }

    @Test
    void who_signs_in_as_somebody_else_gets_that_ones_decisions_only() {
        try (SocketClient client = gateway().connectAs("hugo", "BIDDER")) {
            client.auth(gateway().token("ines", "BIDDER")).next("authenticated");
            gateway().topics().publish(Decisions.accepted(lot, id, "hugo"), null);
            gateway().topics().publish(Decisions.accepted(lot, id, "ines"), null);
            assertThat(client.next("decision").required("by").stringValue()).isEqualTo("ines");
        }
    }

    @Test
    void a_bid_without_a_decision_in_time_is_undecided_and_its_decision_still_comes() {
        try (SocketClient client = gateway().connectAs("jack", "BIDDER")) {
            bid(client);
            JsonNode error = client.next("error");
            assertThat(error.required("code").stringValue()).isEqualTo("undecided");
            assertThat(error.required("id").stringValue()).isEqualTo(id.toString());
            gateway().topics().publish(Decisions.accepted(lot, id, "jack"), null);
            client.next("decision");
        }
    }

    @Test
    void a_record_that_nobody_can_read_stops_nothing() {
        gateway().topics().publishGarbage(Topics.DECISIONS, "nope");
        gateway().topics().publishGarbage(Topics.LOT_EVENTS, "nope");
        gateway().topics().publishGarbage(Topics.SALES, "nope");
        try (SocketClient client = gateway().connectAs("kate", "BIDDER")) {
            gateway().topics().publish(Decisions.accepted(lot, id, "kate"), null);
            client.next("decision");
        }
    }

    private void bid(SocketClient client) {
        client.send(
                "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":12500,\"confirmLarge\":true}"
                        .formatted(id, lot));
    }
}
