package io.gavel.gateway.listing;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.PhotoId;
import io.gavel.gateway.TestLot;
import io.gavel.gateway.command.Decisions;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListingIT {

    private static final String LAMP =
            """
            {"title":"Lamp","currency":"EUR","startingPrice":1000,"reserve":5000,
             "closesAt":"2030-01-01T00:00:00Z","softClose":{"window":"PT2M","extension":"PT2M"}}\
            """;

    private final CommandId id = new CommandId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void a_listed_lot_is_answered_with_its_place_and_itself() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = listing(LAMP);
        ListLot sent = (ListLot) gateway().topics().sent(id);
        assertThat(sent.by().value()).isEqualTo("sam");
        assertThat(sent.listing().title()).isEqualTo("Lamp");
        TestLot lot = gateway().bidding().listed();
        gateway().bidding().know(sent.lot(), lot);
        gateway().topics().publish(Decisions.accepted(sent.lot(), id, "sam"), null);
        HttpResponse<String> response = answer.get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location"))
                .contains("/api/v1/lots/" + sent.lot());
        assertThat(response.body()).contains("\"title\":\"Lamp\"", "\"version\":1");
    }

    @Test
    void sent_again_with_the_same_key_it_is_the_same_lot() throws Exception {
        listing(LAMP).get(10, TimeUnit.SECONDS);
        LotId first = gateway().topics().sent(id).lot();
        HttpResponse<String> response = listing(LAMP).get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Location")).contains("/api/v1/lots/" + first);
    }

    @Test
    void a_listing_that_the_auction_refuses_is_a_problem_with_its_reason() throws Exception {
        CompletableFuture<HttpResponse<String>> answer = listing(LAMP);
        LotId lot = gateway().topics().sent(id).lot();
        gateway()
                .topics()
                .publish(
                        Decisions.rejected(lot, id, "sam", Reason.INVALID, "closesAt: in the past"),
                        null);
        HttpResponse<String> response = answer.get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"detail\":\"closesAt: in the past\"");
    }

    @Test
    void each_wrong_field_is_named_and_nothing_is_sent() throws Exception {
        HttpResponse<String> response =
                listing("{\"title\":\"\",\"currency\":\"X\",\"startingPrice\":1.5}")
                        .get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.body())
                .contains(
                        "\"field\":\"title\"",
                        "\"field\":\"currency\"",
                        "\"field\":\"startingPrice\"",
                        "\"field\":\"closesAt\"");
        assertThat(gateway().topics().read()).doesNotContainKey(id);
    }

    @Test
    void the_accounts_of_a_sellers_people_come_from_the_listing_and_from_his_token() {
        String token =
                gateway()
                        .tokens()
                        .token(
                                "sam",
                                Map.of("linked_accounts", List.of("zoe", "carol", "amy")),
                                "SELLER");
        String body = LAMP.replace("{\"title\"", "{\"linkedAccounts\":[\"carol\"],\"title\"");
        gateway()
                .call(
                        "POST",
                        "/api/v1/lots",
                        token,
                        body,
                        Map.of("Idempotency-Key", id.toString()));
        ListLot sent = (ListLot) gateway().topics().sent(id);
        assertThat(sent.listing().linkedAccounts())
                .extracting(AccountId::value)
                .containsExactly("carol", "amy", "zoe");
    }

    @Test
    void too_many_accounts_of_a_sellers_people_are_refused() {
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "a" + i).toList();
        String token = gateway().tokens().token("sam", Map.of("linked_accounts", many), "SELLER");
        String body = LAMP.replace("{\"title\"", "{\"linkedAccounts\":[\"carol\"],\"title\"");
        HttpResponse<String> response = gateway().post("/api/v1/lots", token, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"field\":\"linkedAccounts\"", "101 with those of the token");
    }

    @Test
    void photos_must_be_there_and_the_one_that_is_not_is_named() throws Exception {
        PhotoId there = new PhotoId("0a".repeat(32));
        gateway().bidding().know(there);
        String missing = "0b".repeat(32);
        String both = "{\"photos\":[\"" + there + "\",\"" + missing + "\"],\"title\"";
        HttpResponse<String> response =
                listing(LAMP.replace("{\"title\"", both)).get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"photos[1]\"").doesNotContain("photos[0]");
        assertThat(gateway().topics().read()).doesNotContainKey(id);

        listing(LAMP.replace("{\"title\"", "{\"photos\":[\"" + there + "\"],\"title\""));
        ListLot sent = (ListLot) gateway().topics().sent(id);
        assertThat(sent.listing().photos()).containsExactly(there);
    }

    @Test
    void only_sellers_may_list() {
        assertThat(gateway().post("/api/v1/lots", null, LAMP).statusCode()).isEqualTo(401);
        String bidder = gateway().token("alice", "BIDDER");
        assertThat(gateway().post("/api/v1/lots", bidder, LAMP).statusCode()).isEqualTo(403);
    }

    private CompletableFuture<HttpResponse<String>> listing(String body) {
        return CompletableFuture.supplyAsync(() ->
                gateway()
                        .call(
                                "POST",
                                "/api/v1/lots",
                                gateway().token("sam", "SELLER"),
                                body,
                                Map.of("Idempotency-Key", id.toString())));
    }
}
