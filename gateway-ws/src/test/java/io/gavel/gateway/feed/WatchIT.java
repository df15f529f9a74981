package io.gavel.gateway.feed;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestLot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WatchIT {

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void a_watch_gets_a_snapshot_and_then_each_event_with_its_exact_bytes() {
        TestLot lot = gateway().bidding().listed().append("bid", 3);
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "log", null);
            assertThat(client.nextText())
                    .isEqualTo(
                            "{\"type\":\"snapshot\",\"lot\":\"%s\",\"version\":4,\"recovered\":false,\"static\":{\"id\":\"%s\",\"seller\":\"sam\",\"title\":\"Lamp\"},\"event\":%s}"
                                    .formatted(lot.id(), lot.id(), text(lot.event(4))));
            happens(lot, "bid");
            assertThat(client.nextText())
                    .isEqualTo(
                            "{\"type\":\"log\",\"lot\":\"%s\",\"events\":[%s]}"
                                    .formatted(lot.id(), text(lot.event(5))));
        }
    }

    @Test
    void a_lot_listed_a_moment_ago_can_be_watched() {
        TestLot lot = gateway().bidding().listed();
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "log", 0L);
            assertThat(versions(client.next("log"))).containsExactly(1L);
        }
    }

    @Test
    void who_comes_back_goes_on_behind_his_version_from_memory() {
        TestLot lot = gateway().bidding().listed().append("bid", 9);
        try (SocketClient first = gateway().connect();
                SocketClient second = gateway().connect()) {
            first.watch(lot, "log", null).next("snapshot");
            int reads = gateway().bidding().logReads();
            second.watch(lot, "log", 7L);
            JsonNode frame = second.next("log");
            assertThat(frame.required("recovered").booleanValue()).isTrue();
            assertThat(versions(frame)).containsExactly(8L, 9L, 10L);
            assertThat(gateway().bidding().logReads()).isEqualTo(reads);
        }
    }

    @Test
    void who_was_away_for_long_gets_the_whole_log_without_a_hole() {
        TestLot lot = gateway().bidding().listed().append("bid", 2_499);
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "log", 0L);
            List<Long> versions = new ArrayList<>();
            JsonNode first = client.next("log");
            assertThat(first.required("recovered").booleanValue()).isTrue();
            versions.addAll(versions(first));
            while (versions.size() < 2_500) {
                JsonNode frame = client.next("log");
                assertThat(frame.has("recovered")).isFalse();
                versions.addAll(versions(frame));
            }
            assertThat(versions)
                    .isEqualTo(Events.bids(1, 2_500).stream().map(LotEvent::version).toList());
            happens(lot, "bid");
            assertThat(versions(client.next("log"))).containsExactly(2_501L);
        }
    }

    @Test
    void who_claims_to_be_ahead_gets_a_snapshot() {
        TestLot lot = gateway().bidding().listed();
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "log", 99L);
            JsonNode snapshot = client.next("snapshot");
            assertThat(snapshot.required("recovered").booleanValue()).isFalse();
            assertThat(snapshot.required("version").longValue()).isEqualTo(1);
        }
    }

    @Test
    void a_hole_is_filled_from_the_log_and_nothing_comes_twice() {
        TestLot lot = gateway().bidding().listed();
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "log", null).next("snapshot");
            lot.append("bid", 4);
            gateway().topics().publish(lot, 5);
            gateway().topics().publish(lot, 3);
            gateway().topics().publish(lot, 4);
            for (long version = 2; version <= 5; version++) {
                assertThat(versions(client.next("log"))).containsExactly(version);
            }
            happens(lot, "bid");
            assertThat(versions(client.next("log"))).containsExactly(6L);
        }
    }

    @Test
    void events_that_come_while_the_log_is_read_are_neither_lost_nor_doubled() {
        TestLot lot = gateway().bidding().listed();
        gateway().bidding().beforeLog(lot.id(), racing -> happens(racing, "bid"));
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "log", 0L);
            List<Long> versions = new ArrayList<>(versions(client.next("log")));
            happens(lot, "bid");
            while (versions.size() < lot.version()) {
                versions.addAll(versions(client.next("log")));
            }
            assertThat(versions).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void the_state_feed_conflates_but_always_tells_the_end() {
        TestLot lot = gateway().bidding().listed();
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "state", null).next("snapshot");
            for (int i = 0; i < 200; i++) {
                lot.append("bid");
            }
            lot.append("closed");
            for (long version = 2; version <= lot.version(); version++) {
                gateway().topics().publish(lot, version);
            }
            int frames = 0;
            String type;
            do {
                JsonNode event = client.next("state").required("event");
                type = event.required("type").stringValue();
                frames++;
            } while (!"closed".equals(type));
            assertThat(frames).isLessThan(150);
        }
    }

    @Test
    void an_unknown_lot_is_an_error_until_it_is_listed() {
        TestLot lot = new TestLot();
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "log", null);
            JsonNode error = client.next("error");
            assertThat(error.required("code").stringValue()).isEqualTo("unknown-lot");
            assertThat(error.required("lot").stringValue()).isEqualTo(lot.id().toString());
            gateway().bidding().listed(lot);
            client.watch(lot, "log", null).next("snapshot");
        }
    }

    @Test
    void watching_again_replaces_and_unwatching_ends() {
        TestLot lot = gateway().bidding().listed();
        try (SocketClient client = gateway().connect();
                SocketClient witness = gateway().connect()) {
            witness.watch(lot, "log", null).next("snapshot");
            client.watch(lot, "log", null).next("snapshot");
            client.watch(lot, "log", 1L);
            assertThat(versions(client.next("log"))).isEmpty();
            happens(lot, "bid");
            assertThat(versions(client.next("log"))).containsExactly(2L);
            client.send("{\"type\":\"unwatch\",\"lot\":\"" + lot.id() + "\"}");
            client.hearsNothing();
            happens(lot, "bid");
            witness.next("log");
            witness.next("log");
            client.hearsNothing();
        }
    }

    @Test
    void heartbeats_tell_the_versions_of_watched_lots() {
        TestLot lot = gateway().bidding().listed();
        try (SocketClient client = gateway().connect()) {
            client.watch(lot, "log", null).next("snapshot");
            await("a heartbeat that knows version 1")
                    .until(() ->
                            client.nextHeartbeat()
                                            .required("versions")
                                            .path(lot.id().toString())
                                            .longValue(0)
                                    == 1);
        }
    }

    private static void happens(TestLot lot, String type) {
        gateway().topics().publish(lot, lot.append(type));
    }

    private static List<Long> versions(JsonNode log) {
        return log.required("events").values().stream()
                .map(event -> event.required("version").longValue())
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
