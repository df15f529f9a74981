package io.gavel.gateway.bid;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.SocketClient;
import io.gavel.gateway.command.Decisions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidIT {

    private final LotId lot = new LotId(UUID.randomUUID());
    private final CommandId id = new CommandId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void an_accepted_bid_is_answered_by_its_decision() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = bidding("alice");
        gateway().topics().sentBid(id);
        Decision decision = Decisions.accepted(lot, id, "alice");
        gateway().topics().publish(decision, null);
        HttpResponse<String> response = answer.get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo(new String(Json.bytes(decision), StandardCharsets.UTF_8));
    }

    @Test
    void a_rejected_bid_is_a_conflict_with_its_decision() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = bidding("alice");
        gateway().topics().sentBid(id);
        gateway()
                .topics()
                .publish(Decisions.rejected(lot, id, "mallory", Reason.CONFLICT, null), null);
        gateway()
                .topics()
                .publish(Decisions.rejected(lot, id, "alice", Reason.TOO_LOW, null), null);
        HttpResponse<String> response = answer.get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("\"reason\":\"too-low\"");
    }

    @Test
    void a_bid_that_is_not_decided_in_time_can_be_asked_for_later() {
        HttpResponse<String> response =
                gateway()
                        .call(
                                "POST",
                                "/api/v1/lots/" + lot + "/bids",
                                gateway().token("alice", "BIDDER"),
                                "{\"amount\":12500}",
                                Map.of("Idempotency-Key", id.toString()));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/bids/" + id);
        assertThat(response.body()).contains("\"id\":\"" + id + "\"", "\"status\":\"undecided\"");
        assertThat(gateway().topics().sentBid(id).by().value()).isEqualTo("alice");
    }

    @Test
    void a_wrong_bid_is_a_problem_that_names_the_field_and_nothing_is_sent() {
        HttpResponse<String> response =
                gateway()
                        .post(
                                "/api/v1/lots/" + lot + "/bids",
                                gateway().token("alice", "BIDDER"),
                                "{\"id\":\"" + id + "\",\"amount\":-5}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"amount\"");
        assertThat(gateway().topics().read()).doesNotContainKey(id);
    }

    @Test
    void only_bidders_may_bid() {
        String path = "/api/v1/lots/" + lot + "/bids";
        String body = "{\"id\":\"" + id + "\",\"amount\":5}";
        assertThat(gateway().post(path, null, body).statusCode()).isEqualTo(401);
        assertThat(gateway().post(path, gateway().token("sam", "SELLER"), body).statusCode())
                .isEqualTo(403);
        assertThat(gateway().topics().read()).doesNotContainKey(id);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            textBlock =
                    """
                    buy-now      | {}
                    accept-price | {}
                    lower-max    | {"amount":12500}
                    retract-bid  | {"reason":"a typing error"}
                    """)
    void whatever_a_bidder_asks_is_answered_by_its_decision(String what, String body)
            throws Exception {
        String path = "/api/v1/lots/" + lot + "/" + what;
        assertThat(gateway().post(path, null, body).statusCode()).isEqualTo(401);
        assertThat(gateway().post(path, gateway().token("sam", "SELLER"), body).statusCode())
                .isEqualTo(403);
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() ->
                        gateway()
                                .call(
                                        "POST",
                                        path,
                                        gateway().token("alice", "BIDDER"),
                                        body,
                                        Map.of("Idempotency-Key", id.toString())));
        assertThat(gateway().topics().sent(id).by().value()).isEqualTo("alice");
        Decision decision = Decisions.accepted(lot, id, "alice");
        gateway().topics().publish(decision, null);
        HttpResponse<String> response = answer.get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(new String(Json.bytes(decision), StandardCharsets.UTF_8));
    }

    @Test
    void a_suspended_bidder_is_sent_on_as_such_over_http_and_in_frames() {
        String token = gateway().tokens().token("eve", Map.of("suspended", true), "BIDDER");
        gateway()
                .post(
                        "/api/v1/lots/" + lot + "/bids",
                        token,
                        "{\"id\":\"" + id + "\",\"amount\":5}");
        assertThat(gateway().topics().sentBid(id).suspended()).isTrue();

        CommandId inFrame = new CommandId(UUID.randomUUID());
        try (SocketClient client = gateway().connect().auth(token)) {
            client.next("authenticated");
            client.send(
                    "{\"type\":\"bid\",\"id\":\""
                            + inFrame
                            + "\",\"lot\":\""
                            + lot
                            + "\",\"amount\":5}");
            assertThat(gateway().topics().sentBid(inFrame).suspended()).isTrue();
        }
    }

    @Test
    void whom_the_house_has_suspended_is_sent_on_as_such_until_he_is_reinstated() {
        AccountId mallory = new AccountId("mallory-" + UUID.randomUUID());
        gateway().topics().publish(new BidderStanding(mallory, 3, true, 3));
        await("suspended").atMost(Duration.ofSeconds(10)).until(() -> sentAsSuspended(mallory));

        gateway().topics().publish(new BidderStanding(mallory, 3, false, 4));
        await("reinstated").atMost(Duration.ofSeconds(10)).until(() -> !sentAsSuspended(mallory));
    }

    private boolean sentAsSuspended(AccountId account) {
        CommandId command = new CommandId(UUID.randomUUID());
        gateway()
                .post(
                        "/api/v1/lots/" + lot + "/bids",
                        gateway().token(account.value(), "BIDDER"),
                        "{\"id\":\"" + command + "\",\"amount\":5}");
        return gateway().topics().sentBid(command).suspended();
    }

    private CompletableFuture<HttpResponse<String>> bidding(String account) {
        return CompletableFuture.supplyAsync(() ->
                gateway()
                        .post(
                                "/api/v1/lots/" + lot + "/bids",
                                gateway().token(account, "BIDDER"),
                                "{\"id\":\"" + id + "\",\"amount\":12500}"));
    }
}
