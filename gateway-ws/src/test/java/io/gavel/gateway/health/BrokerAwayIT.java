package io.gavel.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestLot;
import io.gavel.gateway.command.Decisions;
import io.gavel.testkit.Broker;
import io.gavel.testkit.Servers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrokerAwayIT {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Broker broker;
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        broker = Servers.freshBroker();
        gateway =
                new RunningGateway(
                        broker,
                        "gavel.command.deadline=5s",
                        "gavel.command.max-block=1s",
                        "gavel.command.delivery-timeout=1s");
    }

    @AfterEach
    void stop() {
        broker.resume();
        gateway.close();
        broker.close();
    }

    @Test
    void bids_are_not_sent_while_the_broker_is_away_and_all_goes_on_when_it_is_back() {
        TestLot lot = gateway.bidding().listed();
        String token = gateway.token("alice", "BIDDER");
        try (SocketClient client = gateway.connectAs("alice", "BIDDER")) {
            client.watch(lot, "log", null).next("snapshot");
            broker.suspend();
            CommandId id = new CommandId(UUID.randomUUID());
            client.send(bid(id, lot.id()));
            assertThat(client.next("error").required("code").stringValue()).isEqualTo("not-sent");
            HttpResponse<String> response =
                    gateway.post(
                            "/api/v1/lots/" + lot.id() + "/bids",
                            token,
                            "{\"id\":\"" + id + "\",\"amount\":5}");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            awaitReadiness(503);
            assertThat(gateway.get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);

            broker.resume();
            awaitReadiness(200);
            gateway.topics().publish(lot, lot.append("bid"));
            client.next("log");
            CommandId again = new CommandId(UUID.randomUUID());
            client.send(bid(again, lot.id()));
            gateway.topics().sentBid(again);
            gateway.topics().publish(Decisions.accepted(lot.id(), again, "alice"), null);
            assertThat(client.next("decision").required("id").stringValue())
                    .isEqualTo(again.toString());
        }
    }

    private void awaitReadiness(int status) {
        await("readiness " + status)
                .atMost(DEADLINE)
                .until(() ->
                        gateway.get("/actuator/health/readiness", null).statusCode() == status);
    }

    private static String bid(CommandId id, LotId lot) {
        return "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":5}".formatted(id, lot);
    }
}
