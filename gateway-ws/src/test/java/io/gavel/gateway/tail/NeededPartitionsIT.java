package io.gavel.gateway.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestLot;
import io.gavel.gateway.command.Decisions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A gateway for which the 16 partitions of each topic are many. */
class NeededPartitionsIT {

    private static final int ALL = Topics.LOCAL_PARTITIONS;
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                        "gavel.tail.all-partitions-up-to=15",
                        "gavel.tail.linger=300ms",
                        "gavel.feed.keep-unwatched=300ms",
                        "gavel.command.deadline=10s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void nobody_is_here_and_nothing_is_read() {
        await("nothing to be read")
                .atMost(DEADLINE)
                .until(() ->
                        Stream.of(Topics.LOT_EVENTS, Topics.SALES, Topics.DECISIONS)
                                .allMatch(topic -> followed(topic) == 0));
    }

    @Test
    void a_spectator_needs_the_partitions_of_his_lots() {
        TestLot lot = gateway.bidding().listed();
        try (SocketClient spectator = gateway.connect()) {
            spectator.watch(lot, "log", null).next("snapshot");
            assertThat(followed(Topics.LOT_EVENTS)).isEqualTo(1);
            assertThat(followed(Topics.SALES)).isEqualTo(1);
            assertThat(followed(Topics.DECISIONS)).isZero();
            happens(lot);
            assertThat(versions(spectator.next("log"))).containsExactly(2L);
            gateway.topics().publish(lot.sold());
            spectator.next("sale");
        }
    }

    @Test
    void what_happens_when_the_log_has_just_been_read_is_not_missed() {
        for (int i = 0; i < 10; i++) {
            TestLot lot = gateway.bidding().listed();
            gateway.bidding().afterLog(lot.id(), NeededPartitionsIT::happensOnce);
            try (SocketClient spectator = gateway.connect()) {
                spectator.watch(lot, "log", 0L);
                List<Long> seen = new ArrayList<>();
                while (seen.size() < 2) {
                    seen.addAll(versions(spectator.next("log")));
                }
                assertThat(seen).containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void who_is_signed_in_hears_of_his_bids_on_any_lot() {
        LotId lot = new LotId(UUID.randomUUID());
        CommandId elsewhere = new CommandId(UUID.randomUUID());
        try (SocketClient bidder = gateway.connectAs("alice", "BIDDER")) {
            assertThat(followed(Topics.DECISIONS)).isEqualTo(ALL);
            assertThat(followed(Topics.SALES)).isEqualTo(ALL);
            assertThat(followed(Topics.LOT_EVENTS)).isZero();
            gateway.topics().publish(Decisions.accepted(lot, elsewhere, "alice"), null);
            bidder.next("decision");
            gateway.topics().publish(Decisions.accepted(lot, elsewhere, "bob"), "alice");
            bidder.next("outbid");
        }
    }

    @Test
    void a_bid_over_http_needs_the_decisions_of_its_lot() throws Exception {
        LotId lot = new LotId(UUID.randomUUID());
        CommandId id = new CommandId(UUID.randomUUID());
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(
                        () ->
                                gateway.post(
                                        "/api/v1/lots/" + lot + "/bids",
                                        gateway.token("alice", "BIDDER"),
                                        "{\"id\":\"" + id + "\",\"amount\":5}"),
                        task -> Thread.ofVirtual().start(task));
        gateway.topics().sentBid(id);
        assertThat(followed(Topics.DECISIONS)).isEqualTo(1);
        gateway.topics().publish(Decisions.accepted(lot, id, "alice"), null);
        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    private static void happens(TestLot lot) {
        gateway.topics().publish(lot, lot.append("bid"));
    }

    private static void happensOnce(TestLot lot) {
        if (lot.version() == 1) {
            happens(lot);
        }
    }

    private static int followed(Topics topic) {
        return gateway.get("/actuator/prometheus", null)
                .body()
                .lines()
                .filter(line -> line.startsWith("gavel_gateway_partitions"))
                .filter(line -> line.contains("topic=\"" + topic.topic() + "\""))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static List<Long> versions(JsonNode log) {
        return log.required("events").values().stream()
                .map(event -> event.required("version").longValue())
                .toList();
    }
}
