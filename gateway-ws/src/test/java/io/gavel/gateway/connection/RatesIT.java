package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Each asks until he is refused, since how fast a test runs is not known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RatesIT {

    private static final int ENOUGH = 1_000;

    private final LotId lot = new LotId(UUID.randomUUID());

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway =
                new RunningGateway(
                        "gavel.socket.frames-per-second=1",
                        "gavel.socket.frames-burst=10",
                        "gavel.socket.close-grace=30s",
                        "gavel.command.deadline=10ms",
                        "gavel.command.per-second=1",
                        "gavel.command.burst=2",
                        "gavel.command.bids-per-second=1",
                        "gavel.command.bids-burst=3");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void a_client_that_sends_too_fast_is_refused_and_in_the_end_closed() {
        try (SocketClient client = gateway.connect();
                SocketClient other = gateway.connect()) {
            List<JsonNode> answers =
                    client.sendUntilClosed(
                            "{\"type\":\"watch\",\"lot\":\"" + lot + "\",\"feed\":\"state\"}",
                            ENOUGH);
            JsonNode error =
                    answers.stream()
                            .filter(answer -> answer.required("code").stringValue().equals("busy"))
                            .findFirst()
                            .orElseThrow();
            assertThat(error.required("lot").stringValue()).isEqualTo(lot.toString());
            assertThat(error.required("retryAfterMs").longValue()).isBetween(1L, 1_000L);
            assertThat(client.closeCode()).isEqualTo(4429);
            other.hearsNothing();
        }
    }

    @Test
    void a_frame_that_is_refused_for_its_rate_is_called_by_the_id_it_has() {
        try (SocketClient client = gateway.connect()) {
            JsonNode error;
            CommandId id;
            do {
                id = new CommandId(UUID.randomUUID());
                client.send(bid(id, lot));
                error = client.next("error");
                assertThat(error.required("id").stringValue()).isEqualTo(id.toString());
            } while (!error.required("code").stringValue().equals("busy"));
        }
    }

    @Test
    void an_account_that_sends_too_many_commands_is_refused_over_http_and_in_frames() {
        String token = gateway.token("alice", "BIDDER");
        CommandId refused;
        HttpResponse<String> answer;
        do {
            refused = new CommandId(UUID.randomUUID());
            answer = post(token, refused, new LotId(UUID.randomUUID()));
        } while (answer.statusCode() == 202);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
        JsonNode problem = Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
        assertThat(problem.required("detail").stringValue()).startsWith("busy: more commands");
        assertThat(problem.required("retryAfterMs").longValue()).isBetween(1L, 1_000L);

        CommandId inFrame;
        JsonNode error;
        try (SocketClient client = gateway.connectAs("alice", "BIDDER")) {
            do {
                inFrame = new CommandId(UUID.randomUUID());
                client.send(bid(inFrame, new LotId(UUID.randomUUID())));
                error = client.next("error");
            } while (error.required("code").stringValue().equals("undecided"));
        }
        assertThat(error.required("code").stringValue()).isEqualTo("busy");
        assertThat(error.required("message").stringValue()).startsWith("more commands");
        assertThat(error.required("retryAfterMs").longValue()).isBetween(1L, 1_000L);

        CommandId last = new CommandId(UUID.randomUUID());
        post(gateway.token("bob", "BIDDER"), last, new LotId(UUID.randomUUID()));
        gateway.topics().sent(last);
        assertThat(gateway.topics().read()).doesNotContainKeys(refused, inFrame);
    }

    @Test
    void a_lot_that_is_bid_on_too_often_by_many_is_refused_and_others_are_not() {
        HttpResponse<String> answer;
        int bidder = 0;
        do {
            String token = gateway.token("bidder" + bidder++, "BIDDER");
            answer = post(token, new CommandId(UUID.randomUUID()), lot);
        } while (answer.statusCode() == 202);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("busy: more bids than may be placed on a lot");
        assertThat(
                        post(
                                        gateway.token("carol", "BIDDER"),
                                        new CommandId(UUID.randomUUID()),
                                        new LotId(UUID.randomUUID()))
                                .statusCode())
                .isEqualTo(202);
    }

    private HttpResponse<String> post(String token, CommandId id, LotId on) {
        return gateway.post(
                "/api/v1/lots/" + on + "/bids", token, "{\"id\":\"" + id + "\",\"amount\":5}");
    }

    private static String bid(CommandId id, LotId on) {
        return "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":5}".formatted(id, on);
    }
}
