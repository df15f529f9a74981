package io.gavel.gateway.stream;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.event.Sha256;
import io.gavel.gateway.StreamClient;
import io.gavel.gateway.StreamClient.Message;
import io.gavel.gateway.TestLot;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StreamIT {

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void a_stream_begins_with_what_is_true_and_goes_on_with_each_event_in_its_exact_bytes() {
        TestLot lot = gateway().bidding().listed().append("bid", 3);
        try (StreamClient client = gateway().listen(path(lot, ""))) {
            assertThat(client.any().retry()).isEqualTo(1_000);
            Message snapshot = client.next("snapshot");
            assertThat(snapshot.id()).isEqualTo("4");
            assertThat(snapshot.data())
                    .isEqualTo(
                            "{\"type\":\"snapshot\",\"lot\":\"%s\",\"version\":4,\"recovered\":false,\"static\":{\"id\":\"%s\",\"seller\":\"sam\",\"title\":\"Lamp\"},\"event\":%s}"
                                    .formatted(lot.id(), lot.id(), text(lot.event(4))));
            happens(lot, "bid");
            assertThat(client.next()).isEqualTo(new Message("5", "log", text(lot.event(5)), null));
        }
    }

    @Test
    void proxies_neither_keep_it_nor_hold_it_back() {
        TestLot lot = gateway().bidding().listed();
        try (StreamClient client = gateway().listen(path(lot, ""))) {
            assertThat(client.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(client.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(client.headers().firstValue("X-Accel-Buffering")).contains("no");
            assertThat(client.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void who_comes_back_goes_on_behind_his_last_event_from_memory() {
        TestLot lot = gateway().bidding().listed();
        String last;
        try (StreamClient first = gateway().listen(path(lot, ""))) {
            first.next("snapshot");
            happens(lot, "bid");
            last = String.valueOf(first.next("log").id());
        }
        try (StreamClient keepsItInMemory = gateway().listen(path(lot, "?feed=state"))) {
            keepsItInMemory.next("snapshot");
            happens(lot, "bid");
            happens(lot, "bid");
            keepsItInMemory.next("state");
            await("version 4 here").until(() -> isHere(lot, 4));
            int reads = gateway().bidding().logReads();
            try (StreamClient again = gateway().listen(path(lot, ""), last).read()) {
                Message snapshot = again.next("snapshot");
                assertThat(snapshot.id()).isNull();
                assertThat(snapshot.json().required("recovered").booleanValue()).isTrue();
                assertThat(ids(again.log(2))).containsExactly(3L, 4L);
                happens(lot, "bid");
                assertThat(ids(again.log(1))).containsExactly(5L);
            }
            assertThat(gateway().bidding().logReads()).isEqualTo(reads);
        }
    }

    @Test
    void who_was_away_for_long_gets_all_of_the_log_and_the_chain_holds() {
        TestLot lot = gateway().bidding().listed().append("bid", 2_499);
        try (StreamClient client = gateway().listen(path(lot, "?after=9"), "1").read()) {
            assertThat(client.next("snapshot").json().required("recovered").booleanValue())
                    .isTrue();
            List<Message> log = new ArrayList<>(client.log(2_499));
            happens(lot, "bid");
            log.addAll(client.log(1));
            assertThat(ids(log)).isEqualTo(LongStream.rangeClosed(2, 2_501).boxed().toList());
            Sha256 prev = Sha256.of(lot.event(1));
            for (Message event : log) {
                assertThat(event.json().required("prev").stringValue()).isEqualTo(prev.hex());
                prev = Sha256.of(event.data().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void events_that_come_while_the_log_is_read_are_neither_lost_nor_doubled() {
        TestLot lot = gateway().bidding().listed();
        gateway().bidding().beforeLog(lot.id(), racing -> happens(racing, "bid"));
        try (StreamClient client = gateway().listen(path(lot, "?after=0"))) {
            client.next("snapshot");
            List<Long> versions = new ArrayList<>(ids(client.log(1)));
            happens(lot, "bid");
            while (versions.size() < lot.version()) {
                versions.addAll(ids(client.log(1)));
            }
            assertThat(versions)
                    .isEqualTo(LongStream.rangeClosed(1, lot.version()).boxed().toList());
        }
    }

    @Test
    void who_claims_to_be_ahead_is_told_that_nothing_was_recovered() {
        TestLot lot = gateway().bidding().listed();
        try (StreamClient client = gateway().listen(path(lot, ""), "99").read()) {
            Message snapshot = client.next("snapshot");
            assertThat(snapshot.id()).isEqualTo("1");
            assertThat(snapshot.json().required("recovered").booleanValue()).isFalse();
        }
    }

    @Test
    void the_state_feed_conflates_but_always_tells_the_end() {
        TestLot lot = gateway().bidding().listed();
        try (StreamClient client = gateway().listen(path(lot, "?feed=state"))) {
            client.next("snapshot");
            lot.append("bid", 200).append("closed");
            for (long version = 2; version <= lot.version(); version++) {
                gateway().topics().publish(lot, version);
            }
            int messages = 0;
            Message state;
            do {
                state = client.next("state");
                messages++;
            } while (!state.data().contains("\"closed\""));
            assertThat(messages).isLessThan(150);
            assertThat(state.id()).isEqualTo("202");
            assertThat(state.data()).isEqualTo(text(lot.event(202)));
        }
    }

    @Test
    void heartbeats_keep_it_open_and_tell_the_version() {
        TestLot lot = gateway().bidding().listed();
        try (StreamClient client = gateway().listen(path(lot, ""))) {
            await("a heartbeat that knows version 1").until(() -> knows(client.any(), lot, 1));
        }
    }

    @Test
    void a_sale_is_told_without_who_they_are() {
        TestLot lot = gateway().bidding().listed();
        try (StreamClient client = gateway().listen(path(lot, ""))) {
            client.next("snapshot");
            gateway().topics().publish(lot.sold());
            Message sale = client.next("sale");
            assertThat(sale.id()).isNull();
            assertThat(sale.json().required("winner").intValue()).isEqualTo(12);
            assertThat(sale.data()).doesNotContain("private", "lena", "mick");
        }
    }

    @Test
    void an_unknown_lot_is_not_found() {
        HttpResponse<String> answer = gateway().get(path(new TestLot(), ""), null);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("there is no such lot");
    }

    @ParameterizedTest
    @CsvSource({
        "?feed=all, 1, 'feed: \\\"all\\\" (expected: log or state)'",
        "?after=3, x, 'Last-Event-ID: \\\"x\\\" (expected: a version, 0 or more)'"
    })
    void a_wrong_request_is_told_what_was_expected(String query, String last, String expected) {
        HttpResponse<String> answer =
                gateway()
                        .call(
                                "GET",
                                path(gateway().bidding().listed(), query),
                                null,
                                null,
                                Map.of("Last-Event-ID", last));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(expected);
    }

    @Test
    void a_head_alone_is_not_to_be_had() {
        String path = path(gateway().bidding().listed(), "");
        HttpResponse<String> answer = gateway().call("HEAD", path, null, null, Map.of());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    private static boolean isHere(TestLot lot, long version) {
        try (StreamClient client = gateway().listen(path(lot, ""))) {
            return client.next("snapshot").json().required("version").longValue() == version;
        }
    }

    private static boolean knows(Message message, TestLot lot, long version) {
        if (!message.event().equals("heartbeat")) {
            return false;
        }
        JsonNode versions = message.json().required("versions");
        return versions.path(lot.id().toString()).longValue(0) == version;
    }

    private static void happens(TestLot lot, String type) {
        gateway().topics().publish(lot, lot.append(type));
    }

    private static String path(TestLot lot, String query) {
        return "/api/v1/lots/" + lot.id() + "/stream" + query;
    }

    private static List<Long> ids(List<Message> log) {
        return log.stream().map(message -> Long.valueOf(String.valueOf(message.id()))).toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
