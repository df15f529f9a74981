package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestLot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {

    private static final int EVENTS = 40_000;

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway =
                new RunningGateway(
                        "gavel.socket.queue=128KB",
                        "gavel.socket.watched-lots=2",
                        "gavel.socket.close-grace=30s",
                        "gavel.socket.drain=2s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void a_slow_reader_is_closed_and_recovers_by_after() {
        TestLot lot = gateway.bidding().listed();
        try (SocketClient witness = gateway.connect();
                SocketClient slow = gateway.connect()) {
            witness.watch(lot, "state", null).next("snapshot");
            slow.watch(lot, "log", null).next("snapshot");
            slow.stopReading();
            lot.append("bid", EVENTS);
            gateway.topics().publish(lot, lot.version());
            long seen;
            do {
                seen = witness.next("state").required("event").required("version").longValue();
            } while (seen < lot.version());
            slow.readOn();
            assertThat(slow.closeCode()).isEqualTo(4408);
        }
        try (SocketClient again = gateway.connect()) {
            again.watch(lot, "log", lot.version() - 2_000);
            List<Long> versions = new ArrayList<>();
            while (versions.size() < 2_000) {
                for (JsonNode event : again.next("log").required("events").values()) {
                    versions.add(event.required("version").longValue());
                }
            }
            assertThat(versions.getFirst()).isEqualTo(lot.version() - 1_999);
            assertThat(versions.getLast()).isEqualTo(lot.version());
        }
    }

    @Test
    void a_connection_watches_no_more_lots_than_it_may() {
        TestLot lamp = gateway.bidding().listed();
        TestLot clock = gateway.bidding().listed();
        TestLot chair = gateway.bidding().listed();
        try (SocketClient client = gateway.connect()) {
            client.watch(lamp, "log", null).next("snapshot");
            client.watch(clock, "log", null).next("snapshot");
            client.watch(chair, "log", null);
            assertThat(client.next("error").required("code").stringValue()).isEqualTo("busy");
            client.watch(lamp, "state", null).next("snapshot");
            client.send("{\"type\":\"unwatch\",\"lot\":\"" + clock.id() + "\"}");
            client.watch(chair, "log", null).next("snapshot");
        }
    }

    @Test
    void a_gateway_that_stops_tells_its_connections_to_come_back() {
        RunningGateway stopping = new RunningGateway("gavel.socket.drain=2s");
        try (SocketClient client = stopping.connect()) {
            stopping.close();
            assertThat(client.closeCode()).isEqualTo(1012);
        }
    }
}
