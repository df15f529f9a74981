package io.gavel.settlement.salebook;

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
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SalesEndpointIT {

    private static final Sale OLDER = sale("alice", "bob", Instant.parse("2026-11-22T14:00:00Z"));
    private static final Sale NEWER = sale("alice", "dan", Instant.parse("2026-11-22T15:00:00Z"));
    private static final Sale OTHERS = sale("erin", "bob", Instant.parse("2026-11-22T16:00:00Z"));
    private static Database database;
    private static RunningSettlement settlement;

    @BeforeAll
    static void start() {
        database = Servers.postgres().freshDatabase("settlement");
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
        HttpResponse<String> answer =
                settlement.get("/api/v1/sales/" + OLDER.lot(), Tokens.of(account));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(contentType(answer)).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo(text(OLDER));
    }

    @Test
    void anOperatorSeesEachSale() {
        assertThat(
                        settlement
                                .get("/api/v1/sales/" + OLDER.lot(), Tokens.of("olga", "OPERATOR"))
                                .body())
                .isEqualTo(text(OLDER));
    }

    @Test
    void toOthersASaleIsAsIfItWereNotThere() {
        String there = problem(404, "/api/v1/sales/" + OLDER.lot(), "mallory");
        String notThere = problem(404, "/api/v1/sales/" + UUID.randomUUID(), "mallory");

        assertThat(there.replaceAll("[0-9a-f-]{36}", "…"))
                .isEqualTo(notThere.replaceAll("[0-9a-f-]{36}", "…"))
                .doesNotContain("alice", "bob");
    }

    @Test
    void everybodyIsToldWhatAPriceCosts() {
        HttpResponse<String> answer =
                settlement.get("/api/v1/costs?currency=EUR&price=60000000", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(contentType(answer)).isEqualTo("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
        JsonNode costs = Json.tree(answer.body().getBytes(UTF_8));
        assertThat(costs.required("total").longValue())
                .isEqualTo(60_000_000 + 12_500_000 + 2_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price=1 | currency: missing (expected: an ISO 4217 code such as EUR)",
                "currency=QQQ&price=1 | currency: QQQ (expected: an ISO 4217 code such as EUR)",
                "currency=eur&price=1 | currency: eur (expected: an ISO 4217 code such as EUR)",
                "currency=EUR | price: missing (expected: 0 to 1000000000000000 minor units)",
                "currency=EUR&price=1.5 | price: 1.5 (expected: 0 to",
                "currency=EUR&price=-1 | price: -1 (expected: 0 to",
                "currency=EUR&price=1000000000000001 | price: 1000000000000001 (expected: 0 to",
                "currency=EUR&price=1&price=2 | price: 1,2 (expected: 0 to"
            })
    void aPriceOrCurrencyThatIsNoneIsABadRequest(String query, String detail) {
        HttpResponse<String> answer = settlement.get("/api/v1/costs?" + query, null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(contentType(answer)).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains(detail);
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of((Object) null),
                Arguments.of("rubbish"),
                Arguments.of(Tokens.expired("alice")),
                Arguments.of(Tokens.forged("alice")));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("badTokens")
    void withoutAValidTokenNothingIsAnswered(@Nullable String token) {
        for (String path : new String[] {"/api/v1/sales/" + OLDER.lot(), "/api/v1/me/sales"}) {
            HttpResponse<String> answer = settlement.get(path, token);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(contentType(answer)).isEqualTo("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        }
    }

    @Test
    void aLotThatIsNoIdIsABadRequest() {
        assertThat(problem(400, "/api/v1/sales/1-1-1-1-1", "alice"))
                .contains("lot: not a UUID (expected: 8-4-4-4-12 hex digits)");
    }

    @Test
    void onesOwnSalesComeNewestFirst() {
        assertThat(mySales("", "alice")).isEqualTo(items(NEWER, OLDER));
        assertThat(mySales("?limit=100", "bob")).isEqualTo(items(OTHERS, OLDER));
        assertThat(mySales("", "mallory")).isEqualTo(items());
    }

    @Test
    void onesOwnSalesCanBeReadPageByPage() {
        JsonNode first = Json.MAPPER.readTree(mySales("?limit=1", "alice"));
        assertThat(first.at("/items/0").toString()).isEqualTo(text(NEWER));

        String next = first.required("cursor").stringValue();
        assertThat(mySales("?limit=5&cursor=" + next, "alice")).isEqualTo(items(OLDER));
    }

    @Test
    void onesOwnSalesCanBeThoseInAStateOrInWhichOneBoughtOrSold() {
        Sale sold = sale("zoe", "alice", Instant.parse("2026-11-20T14:00:00Z"));
        keep(sold, new SettlementTables(database));
        Sale cancelled = sale("alice", "bob", Instant.parse("2026-11-19T14:00:00Z"));
        keep(cancelled, new SettlementTables(database));
        new SettlementTables(database)
                .execute(
                        "update sale set state = 'cancelled' where lot = '"
                                + cancelled.lot()
                                + "'");
        try {
            assertThat(mySales("?role=seller", "alice")).isEqualTo(items(sold));
            assertThat(mySales("?role=buyer", "alice")).isEqualTo(items(NEWER, OLDER, cancelled));
            assertThat(mySales("?state=cancelled", "alice")).isEqualTo(items(cancelled));
            assertThat(mySales("?role=seller&state=cancelled", "alice")).isEqualTo(items());
        } finally {
            new SettlementTables(database)
                    .execute(
                            "delete from sale where lot in ('%s', '%s')"
                                    .formatted(sold.lot(), cancelled.lot()));
        }
    }

    @Test
    void aTableThatIsNotTheWholeOneSaysWhereTheRestIs() {
        String olga = Tokens.of("olga", "OPERATOR");
        HttpResponse<String> whole = settlement.get("/api/v1/sales.csv", olga);
        assertThat(whole.headers().firstValue("Link")).isEmpty();

        StringBuilder rows = new StringBuilder(SaleRow.HEADER);
        String next = "/api/v1/sales.csv?state=awaiting-payment&attention=false&limit=2";
        for (int pages = 0; next != null && pages < 5; pages++) {
            HttpResponse<String> page = settlement.get(next, olga);
            assertThat(page.statusCode()).isEqualTo(200);
            rows.append(page.body().substring(SaleRow.HEADER.length()));
            next =
                    page.headers()
                            .firstValue("Link")
                            .map(link -> link.replaceAll("^<(.*)>; rel=\"next\"$", "$1"))
                            .orElse(null);
        }

        assertThat(rows).hasToString(whole.body());
        assertThat(whole.body()).contains(OLDER.lot().toString(), OTHERS.lot().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "role=thief", "cursor=x", "cursor=%00", "cursor=eCB4"})
    void aFilterThatIsNoneIsABadRequest(String query) {
        assertThat(problem(400, "/api/v1/me/sales?" + query, "alice"))
                .contains(query.substring(0, query.indexOf('=')) + ": ", "(expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "many", "9223372036854775808"})
    void aLimitOutOfBoundsIsABadRequest(String limit) {
        assertThat(problem(400, "/api/v1/me/sales?limit=" + limit, "alice")).contains("limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus"
            })
    void healthAndMetricsAreOpen(String path) {
        assertThat(settlement.get(path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void readinessNamesTheDatabaseAndTheListeners() {
        JsonNode health =
                Json.MAPPER.readTree(settlement.get("/actuator/health/readiness", null).body());

        assertThat(health.at("/components/r2dbc/status").stringValue()).isEqualTo("UP");
        assertThat(health.at("/components/kafkaListeners/status").stringValue()).isEqualTo("UP");
    }

    private static String problem(int status, String path, String account) {
        HttpResponse<String> answer = settlement.get(path, Tokens.of(account, "BIDDER"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(contentType(answer)).isEqualTo("application/problem+json");
        return answer.body();
    }

    private static String mySales(String query, String account) {
        HttpResponse<String> answer =
                settlement.get("/api/v1/me/sales" + query, Tokens.of(account));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
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

    private static String items(Sale... sales) {
        return Stream.of(sales)
                .map(SalesEndpointIT::text)
                .collect(Collectors.joining(",", "{\"items\":[", "],\"cursor\":null}"));
    }

    private static String text(Sale sale) {
        return new String(Json.bytes(sale), UTF_8);
    }
}
