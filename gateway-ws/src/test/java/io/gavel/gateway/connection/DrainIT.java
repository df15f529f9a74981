package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import io.gavel.gateway.command.Decisions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DrainIT {

    /** The common pool has one thread on a small machine, and the HTTP client needs it. */
    private static final Executor OWN_THREAD = task -> Thread.ofPlatform().start(task);

    private final LotId lot = new LotId(UUID.randomUUID());

    @Test
    void a_gateway_that_stops_lets_nobody_in_and_answers_the_bids_it_has_taken() throws Exception {
        try (RunningGateway gateway = new RunningGateway("gavel.command.deadline=20s");
                SocketClient spectator = gateway.connect();
                SocketClient bidder = gateway.connectAs("alice", "BIDDER")) {
            CommandId inFrame = new CommandId(UUID.randomUUID());
            CommandId overHttp = new CommandId(UUID.randomUUID());
            bidder.send(bid(inFrame));
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> post(gateway, overHttp), OWN_THREAD);
            gateway.topics().sent(inFrame);
            gateway.topics().sent(overHttp);

            CompletableFuture<Void> stopping =
                    CompletableFuture.runAsync(gateway::stop, OWN_THREAD);
            JsonNode goodbye = goodbye(spectator);
            assertThat(spectator.closeCode()).isEqualTo(1012);
            assertThat(goodbye.required("reason").stringValue()).isEqualTo("drain");
            assertThat(goodbye.required("retryAfterMs").longValue()).isBetween(1L, 5_000L);
            assertThat(gateway.get("/actuator/health/readiness", null).statusCode()).isEqualTo(503);
            HttpResponse<?> turnedAway = gateway.knock("gavel.v1").orElseThrow();
            assertThat(turnedAway.statusCode()).isEqualTo(503);
            assertThat(turnedAway.headers().firstValue("Retry-After")).isPresent();

            gateway.topics().publish(Decisions.accepted(lot, inFrame, "alice"), null);
            assertThat(bidder.next("decision").required("id").stringValue())
                    .isEqualTo(inFrame.toString());
            assertThat(bidder.closeCode()).isEqualTo(1012);
            gateway.topics().publish(Decisions.accepted(lot, overHttp, "alice"), null);
            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            stopping.get(20, TimeUnit.SECONDS);
        }
    }

    private HttpResponse<String> post(RunningGateway gateway, CommandId id) {
        return gateway.post(
                "/api/v1/lots/" + lot + "/bids",
                gateway.token("alice", "BIDDER"),
                "{\"id\":\"" + id + "\",\"amount\":5}");
    }

    private static JsonNode goodbye(SocketClient client) {
        return Json.tree(client.closeReason().getBytes(StandardCharsets.UTF_8));
    }

    private String bid(CommandId id) {
        return "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":5}".formatted(id, lot);
    }
}
