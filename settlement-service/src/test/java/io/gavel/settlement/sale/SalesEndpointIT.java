package io.gavel.settlement.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleState;
import io.gavel.localstack.Database;
import io.gavel.settlement.fixture.RunningSettlement;
import io.gavel.settlement.fixture.SettlementTables;
import io.gavel.settlement.fixture.Tokens;
import io.gavel.testkit.Servers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class SalesEndpointIT {

    private static final Sale OLDER = sale("alice", "bob", Instant.parse("2026-11-22T14:00:00Z"));
    private static final Sale NEWER = sale("alice", "dan", Instant.parse("2026-11-22T15:00:00Z"));
    private static final Sale OTHERS = sale("erin", "bob", Instant.parse("2026-11-22T16:00:00Z"));
    private static RunningSettlement settlement;

    @BeforeAll
    static void start() {
        Database database = Servers.postgres().freshDatabase("settlement");
        settlement = RunningSettlement.start(database, Servers.kafka().bootstrapServers());
        for (Sale sale : new Sale[] {OLDER, NEWER, OTHERS}) {
            keep(sale, new SettlementTables(database));
        }
    }

    @AfterAll
    static void stop() {
        settlement.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob"})
    void buyerAndSellerSeeTheSale(String account) {
        get("/api/v1/sales/" + OLDER.lot(), Tokens.of(account))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(byte[].class)
                .value(body -> assertThat(body).isEqualTo(Json.bytes(OLDER)));
    }

    @Test
    void anOperatorSeesEachSale() {
        get("/api/v1/sales/" + OLDER.lot(), Tokens.of("olga", "OPERATOR")).expectStatus().isOk();
    }

    @Test
    void toOthersASaleIsAsIfItWereNotThere() {
        String there = problem(OLDER.lot().toString(), Tokens.of("mallory", "BIDDER", "SELLER"));
        String notThere = problem(UUID.randomUUID().toString(), Tokens.of("mallory"));

        assertThat(there.replaceAll("[0-9a-f-]{36}", "…"))
                .isEqualTo(notThere.replaceAll("[0-9a-f-]{36}", "…"))
                .doesNotContain("alice", "bob");
    }

    @Test
    void withoutAValidTokenNothingIsAnswered() {
        String path = "/api/v1/sales/" + OLDER.lot();
        for (String token :
                new String[] {Tokens.expired("alice"), Tokens.forged("alice"), "rubbish"}) {
            get(path, token)
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .valueMatches("WWW-Authenticate", "Bearer.*");
        }
        settlement.http().get().uri(path).exchange().expectStatus().isUnauthorized();
        settlement.http().get().uri("/api/v1/me/sales").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aLotThatIsNoIdIsABadRequest() {
        get("/api/v1/sales/1-1-1-1-1", Tokens.of("alice"))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("lot: not a UUID (expected: 8-4-4-4-12 hex digits)");
    }

    @Test
    void onesOwnSalesComeNewestFirst() {
        String alices = mySales("", "alice");

        assertThat(alices).isEqualTo("{\"items\":[" + text(NEWER) + "," + text(OLDER) + "]}");
        assertThat(mySales("?limit=1", "alice")).isEqualTo("{\"items\":[" + text(NEWER) + "]}");
        assertThat(mySales("?limit=100", "bob"))
                .isEqualTo("{\"items\":[" + text(OTHERS) + "," + text(OLDER) + "]}");
        assertThat(mySales("", "mallory")).isEqualTo("{\"items\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "many", "9223372036854775808"})
    void aLimitOutOfBoundsIsABadRequest(String limit) {
        get("/api/v1/me/sales?limit=" + limit, Tokens.of("alice"))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    void healthAndMetricsAreOpen(String path) {
        settlement.http().get().uri(path).exchange().expectStatus().isOk();
    }

    @Test
    void readinessNamesTheDatabaseAndTheListeners() {
        settlement
                .http()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectBody()
                .jsonPath("$.components.r2dbc.status")
                .isEqualTo("UP")
                .jsonPath("$.components.kafkaListeners.status")
                .isEqualTo("UP");
    }

    private static WebTestClient.ResponseSpec get(String path, String token) {
        return settlement
                .http()
                .get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static String problem(String lot, String token) {
        return body(
                get("/api/v1/sales/" + lot, token)
                        .expectStatus()
                        .isNotFound()
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private static String mySales(String query, String account) {
        return body(get("/api/v1/me/sales" + query, Tokens.of(account)).expectStatus().isOk());
    }

    private static String body(WebTestClient.ResponseSpec response) {
        return new String(
                response.expectBody(byte[].class).returnResult().getResponseBody(), UTF_8);
    }

    private static Sale sale(String buyer, String seller, Instant at) {
        return new Sale(
                new LotId(UUID.randomUUID()),
                9,
                "Lamp, “Art déco”",
                CloseOutcome.SOLD,
                SaleState.AWAITING_PAYMENT,
                new Money(1_550),
                new Paddle(2),
                "EUR",
                at,
                new AccountId(buyer),
                new AccountId(seller));
    }

    private static void keep(Sale sale, SettlementTables tables) {
        tables.execute(
                "insert into sale values ('%s', '%s', '%s', '%s', '%s', '%s', now())"
                        .formatted(
                                sale.lot(),
                                sale.state().word(),
                                sale.buyer(),
                                sale.seller(),
                                sale.at(),
                                text(sale)));
    }

    private static String text(Sale sale) {
        return new String(Json.bytes(sale), UTF_8);
    }
}
