package io.gavel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import io.gavel.gateway.StreamClient;
import io.gavel.gateway.StreamClient.Message;
import io.gavel.gateway.TestLot;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamLimitsIT {

    private static final int EVENTS = 40_000;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway =
                new RunningGateway(
                        "gavel.socket.queue=128KB",
                        "gavel.socket.close-grace=30s",
                        "gavel.feed.lots=1");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @AfterEach
    void nothing_is_left_of_clients_that_are_gone() {
        await("no connection and no watch")
                .atMost(DEADLINE)
                .until(() -> {
                    String metrics = gateway.get("/actuator/prometheus", null).body();
                    return isZero(metrics, "connections") && isZero(metrics, "watches");
                });
    }

    @Test
    void a_slow_reader_is_told_so_and_recovers_by_its_last_event() {
        TestLot lot = gateway.bidding().listed();
        List<Message> log = new ArrayList<>();
        try (SocketClient witness = gateway.connect();
                StreamClient slow = gateway.listen(path(lot), "0")) {
            witness.watch(lot, "state", null).next("snapshot");
            lot.append("bid", EVENTS);
            gateway.topics().publish(lot, lot.version());
            long seen;
            do {
                seen = witness.next("state").required("event").required("version").longValue();
            } while (seen < lot.version());
            slow.read().next("snapshot");
            Message message = slow.next();
            while (message.event().equals("log")) {
                log.add(message);
                message = slow.next();
            }
            assertThat(message.event()).isEqualTo("error");
            assertThat(message.json().required("code").stringValue()).isEqualTo("slow-reader");
            assertThat(slow.next()).matches(Message::isEnd);
        }
        assertThat(log).hasSizeLessThan(EVENTS);
        try (StreamClient again = gateway.listen(path(lot), log.getLast().id()).read()) {
            again.next("snapshot");
            log.addAll(again.log(EVENTS + 1 - log.size()));
        }
        assertThat(versions(log)).isEqualTo(LongStream.rangeClosed(1, EVENTS + 1).boxed().toList());
    }

    @Test
    void a_past_that_breaks_off_ends_the_stream_and_can_be_gone_on_with() {
        TestLot lot = gateway.bidding().listed().append("bid", 2_499);
        AtomicInteger reads = new AtomicInteger();
        gateway.bidding().beforeLog(lot.id(), _ -> failAt(3, reads));
        List<Message> log = new ArrayList<>();
        try (StreamClient client = gateway.listen(path(lot), "0").read()) {
            client.next("snapshot");
            log.addAll(client.log(500));
            Message error = client.next("error");
            assertThat(error.json().required("code").stringValue()).isEqualTo("unavailable");
            assertThat(error.json().required("retryAfterMs").longValue()).isEqualTo(1_000);
            assertThat(client.next()).matches(Message::isEnd);
        }
        try (StreamClient again = gateway.listen(path(lot), log.getLast().id()).read()) {
            again.next("snapshot");
            log.addAll(again.log(2_000));
        }
        assertThat(versions(log)).isEqualTo(LongStream.rangeClosed(1, 2_500).boxed().toList());
    }

    @Test
    void more_lots_than_the_gateway_keeps_are_refused_for_a_while() {
        TestLot lamp = gateway.bidding().listed();
        TestLot clock = gateway.bidding().listed();
        try (StreamClient client = gateway.listen(path(lamp))) {
            client.next("snapshot");
            HttpResponse<String> answer = gateway.get(path(clock), null);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.body()).contains("busy: too many lots are being watched here");
        }
    }

    @Test
    void a_gateway_that_stops_tells_its_streams_when_to_come_back() {
        RunningGateway stopping = new RunningGateway("gavel.socket.drain=2s");
        TestLot lot = stopping.bidding().listed();
        try (StreamClient client = stopping.listen(path(lot))) {
            client.next("snapshot");
            stopping.close();
            Message retry = client.any();
            while (retry.retry() == null) {
                retry = client.any();
            }
            assertThat(retry.retry()).isBetween(1L, 2_000L);
            Message error = client.next("error");
            assertThat(error.json().required("code").stringValue()).isEqualTo("drain");
            assertThat(error.json().required("retryAfterMs").longValue()).isEqualTo(retry.retry());
            assertThat(client.next())
                    .matches(Message::isEnd)
                    .extracting(Message::data)
                    .isEqualTo("");
        }
    }

    private static void failAt(int read, AtomicInteger reads) {
        if (reads.incrementAndGet() == read) {
            throw new IllegalStateException("the log cannot be read now (as this test wants it)");
        }
    }

    private static boolean isZero(String metrics, String name) {
        return metrics.lines()
                .anyMatch(
                        line -> line.startsWith("gavel_gateway_" + name) && line.endsWith(" 0.0"));
    }

    private static List<Long> versions(List<Message> log) {
        return log.stream().map(message -> Long.valueOf(String.valueOf(message.id()))).toList();
    }

    private static String path(TestLot lot) {
        return "/api/v1/lots/" + lot.id() + "/stream";
    }
}
