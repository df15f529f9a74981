package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.RunningSettlement;
import io.gavel.settlement.fixture.SettlementTables;
import io.gavel.settlement.fixture.Tokens;
import io.gavel.settlement.fixture.Wire;
import io.gavel.testkit.Servers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sales on their way from the hammer to their end, over HTTP, PostgreSQL and Kafka. */
class SaleMovesIT {

    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final Database DATABASE = Servers.postgres().freshDatabase("settlement");
    private static final SettlementTables TABLES = new SettlementTables(DATABASE);
    private static final String OLGA = Tokens.of("olga", "OPERATOR");
    private static final String ALICE = Tokens.of("alice", "BIDDER");
    private static final String CAROL = Tokens.of("carol", "BIDDER");
    private static final String BOB = Tokens.of("bob", "SELLER");
    private static RunningSettlement settlement;
    private static Wire wire;

    private final LotOnStage lot = LotOnStage.longOpen();

    @BeforeAll
    static void start() {
        settlement = RunningSettlement.start(DATABASE, KAFKA, "--gavel.sale.deadline-pause=20ms");
        wire = new Wire(KAFKA);
    }

    @AfterAll
    static void stop() {
        wire.close();
        settlement.close();
    }

    @AfterEach
    void theBooksAreEven() {
        assertThat(
                        TABLES.count(
                                "select coalesce(sum(abs(total)), 0) from (select sum(minor) as"
                                        + " total from ledger_line where lot = ? group by currency,"
                                        + " revision) as sums",
                                lot.id()))
                .isZero();
    }

    @Test
    void a_winner_who_pays_ends_it() {
        sold();
        JsonNode sale = seen(OLGA, "awaiting-payment");
        assertThat(sale.at("/lines/0/amount").longValue()).isEqualTo(1_550);
        assertThat(sale.at("/lines/1/amount").longValue()).isEqualTo(388);
        assertThat(sale.required("total").longValue()).isEqualTo(1_938);
        assertThat(sale.required("net").longValue()).isEqualTo(1_395);

        JsonNode paid = Json.tree(pay(sale, "k1", 200).getBytes(UTF_8));

        assertThat(paid.required("state").stringValue()).isEqualTo("paid");
        assertThat(paid.at("/history/1/actor").stringValue()).isEqualTo("olga");
        assertThat(balance("cash")).isEqualTo(1_938);
        assertThat(balance("buyer/alice")).isZero();
        assertThat(balance("seller/bob")).isEqualTo(-1_395);
        assertThat(names(seen(ALICE, "paid"))).hasSize(1).allMatch(name -> name.startsWith("I-"));
        assertThat(names(seen(BOB, "paid"))).hasSize(1).allMatch(name -> name.startsWith("S-"));
        assertThat(published("paid")).contains("\"buyer\":\"alice\"").doesNotContain("offer");
        assertThat(post("cancel", OLGA, "k2", "{\"reason\":\"stolen\"}", 409))
                .contains("cancel: the sale is paid (expected: one that is not final)");
    }

    @Test
    void who_does_not_pay_gets_a_strike_and_the_next_an_offer() {
        sold();
        seen(OLGA, "awaiting-payment");
        assertThat(get(CAROL).statusCode()).isEqualTo(404);
        long strikes = strikes("alice");

        TABLES.letDeadlinePass(lot.id());
        JsonNode defaulted = seen(ALICE, "defaulted");
        assertThat(needsAttention("defaulted")).isTrue();
        assertThat(names(defaulted)).hasSize(2);
        assertThat(strikes("alice")).isEqualTo(strikes + 1);
        assertThat(balance("buyer/alice")).isZero();

        TABLES.letDeadlinePass(lot.id());
        JsonNode offered = seen(CAROL, "offered");
        assertThat(offered.at("/offer/to").stringValue()).isEqualTo("carol");
        assertThat(offered.at("/offer/price").longValue()).isEqualTo(1_500);
        assertThat(seen(ALICE, "offered").toString()).doesNotContain("carol");
        assertThat(seen(BOB, "offered").toString()).doesNotContain("carol");
        assertThat(settlement.get("/api/v1/me/sales", CAROL).body()).contains(lot.id().toString());
        assertThat(post("accept", ALICE, "k1", "", 409)).contains("the offer is another's");
        assertThat(post("accept", Tokens.of("mallory"), "k1", "", 404)).contains("no such sale");

        post("accept", CAROL, "k2", "", 200);
        assertThat(post("accept", CAROL, "k2", "", 200)).contains("\"state\":\"awaiting-payment\"");
        JsonNode accepted = seen(CAROL, "awaiting-payment");
        assertThat(accepted.required("total").longValue()).isEqualTo(1_875);
        assertThat(seen(ALICE, "awaiting-payment").toString()).doesNotContain("carol", "1875");

        pay(seen(OLGA, "awaiting-payment"), "k3", 200);
        assertThat(seen(BOB, "sold-by-offer").required("buyer").stringValue()).isEqualTo("carol");
        assertThat(published("sold-by-offer"))
                .contains("\"buyer\":\"carol\"", "\"offer\":{\"to\":\"carol\",\"price\":1500}");
        assertThat(balance("cash")).isEqualTo(1_875);
        assertThat(balance("seller/bob")).isEqualTo(-1_350);
    }

    @Test
    void an_offer_that_nobody_wants_leaves_it_unsold_and_it_may_come_up_again() {
        sold();
        seen(OLGA, "awaiting-payment");
        TABLES.letDeadlinePass(lot.id());
        seen(OLGA, "defaulted");
        TABLES.letDeadlinePass(lot.id());
        seen(OLGA, "offered");
        TABLES.letDeadlinePass(lot.id());
        seen(OLGA, "unsold");
        assertThat(published("unsold")).doesNotContain("buyer", "offer", "carol", "alice");

        String as = "{\"as\":\"" + UUID.randomUUID() + "\"}";
        post("relist", ALICE, "k1", as, 403);
        post("relist", BOB, "k1", as, 200);
        post("relist", BOB, "k2", as, 200);
        assertThat(post("relist", BOB, "k3", "{\"as\":\"" + UUID.randomUUID() + "\"}", 409))
                .contains("expected: as before");
        assertThat(TABLES.count("select count(*) from ledger_line where lot = ?", lot.id()))
                .isEqualTo(10);
    }

    @Test
    void the_same_call_is_taken_once_and_its_key_is_good_for_no_other() {
        sold();
        JsonNode sale = seen(OLGA, "awaiting-payment");
        List<Integer> answers =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(i -> payment(sale, "key" + i % 2).statusCode())
                        .toList();

        assertThat(answers).containsOnly(200);
        assertThat(balance("cash")).isEqualTo(1_938);
        assertThat(TABLES.count("select revision from sale where lot = ?", lot.id())).isEqualTo(2);
        String key =
                String.valueOf(
                                TABLES.one(
                                        "select input_key from sale_step where lot = ? and revision"
                                                + " = 2",
                                        lot.id()))
                        .replace("call/", "");
        assertThat(post("cancel", OLGA, key, "{\"reason\":\"stolen\"}", 409))
                .contains("key: call/" + key + " (expected: one that was not used before)");
    }

    @Test
    void a_payment_that_nobody_knows_the_end_of_needs_attention() {
        sold();
        JsonNode sale = seen(OLGA, "awaiting-payment");
        assertThat(needsAttention("")).isFalse();

        TABLES.execute(
                "insert into payment values ('%s', '%s', 'alice', 1938, 'EUR', 'unclear', now())"
                        .formatted(sale.at("/charges/0/charge").stringValue(), lot.id()));

        assertThat(needsAttention("unclear")).isTrue();
    }

    @Test
    void money_that_comes_too_late_is_owed_back() {
        sold();
        JsonNode sale = seen(OLGA, "awaiting-payment");
        post("cancel", ALICE, "k0", "{\"reason\":\"stolen\"}", 403);
        post("cancel", OLGA, "k1", "{\"reason\":\"stolen\"}", 200);
        assertThat(published("cancelled")).doesNotContain("alice", "stolen");

        pay(sale, "k2", 200);

        assertThat(seen(OLGA, "cancelled").at("/charges/0/status").stringValue())
                .isEqualTo("owed-back");
        assertThat(needsAttention("owed-back")).isTrue();
        assertThat(balance("owed-back/alice")).isEqualTo(-1_938);
        assertThat(balance("seller/bob")).isZero();
    }

    @Test
    void a_declined_payment_is_tried_again_under_another_key() {
        sold();
        String first = seen(OLGA, "awaiting-payment").at("/charges/0/charge").stringValue();
        assertThat(post("retry", OLGA, "k1", "", 409)).contains("has no answer yet");
        post(
                "declined-payments",
                OLGA,
                "k2",
                "{\"charge\":\"" + first + "\",\"reason\":\"no cover\"}",
                200);
        assertThat(needsAttention("declined")).isTrue();
        post("retry", OLGA, "k3", "", 200);

        JsonNode again = seen(OLGA, "awaiting-payment");
        assertThat(needsAttention("")).isFalse();
        assertThat(again.at("/charges/0/status").stringValue()).isEqualTo("declined");
        assertThat(again.at("/charges/1/charge").stringValue())
                .isEqualTo(first.replaceAll("0$", "1"));
        assertThat(get(ALICE).body()).doesNotContain("olga", "no cover");
    }

    @Test
    void what_is_no_call_is_a_bad_request() {
        sold();
        seen(OLGA, "awaiting-payment");
        assertThat(post("accept", ALICE, null, "", 400)).contains("Idempotency-Key: missing");
        assertThat(post("cancel", OLGA, "k", "{}", 400)).contains("reason: missing");
        assertThat(post("cancel", OLGA, "k", "{\"reason\":\" \"}", 400)).contains("reason: 0");
        assertThat(post("payments", OLGA, "k", "{\"charge\":\"x\",\"reference\":\"r\"}", 400))
                .contains("expected: lot/round/attempt");
        assertThat(post("relist", OLGA, "k", "{\"as\":\"x\"}", 400)).contains("as: not a UUID");
        post("cancel", OLGA, "k", "not json", 400);
    }

    @Test
    void documents_are_for_those_they_are_issued_to() {
        sold();
        String name = names(seen(ALICE, "awaiting-payment")).getFirst();
        String page = "/api/v1/sales/" + lot.id() + "/documents/" + name;

        HttpResponse<String> html = settlement.get(page + ".html", ALICE);
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().firstValue("Content-Type").orElse(""))
                .isEqualTo("text/html;charset=UTF-8");
        assertThat(html.body()).contains("Invoice " + name, "19.38 EUR", "alice");
        HttpResponse<byte[]> pdf = settlement.bytes(page + ".pdf", ALICE);
        assertThat(pdf.headers().firstValue("Content-Type").orElse(""))
                .isEqualTo("application/pdf");
        assertThat(new String(pdf.body(), 0, 5, UTF_8)).isEqualTo("%PDF-");
        assertThat(settlement.get(page + ".html", OLGA).statusCode()).isEqualTo(200);
        assertThat(settlement.get(page + ".html", BOB).statusCode()).isEqualTo(404);
        assertThat(settlement.get(page.replace("I-", "S-") + ".html", ALICE).statusCode())
                .isEqualTo(404);
        assertThat(settlement.get(page + "x.html", ALICE).statusCode()).isEqualTo(400);
    }

    @Test
    void operators_see_sales_by_state_and_as_a_table() {
        sold();
        seen(OLGA, "awaiting-payment");
        post("cancel", OLGA, "k1", "{\"reason\":\"stolen\"}", 200);

        JsonNode page = list("/api/v1/sales?state=cancelled&limit=1");
        assertThat(page.at("/items/0/state").stringValue()).isEqualTo("cancelled");
        String next = page.required("cursor").stringValue();
        assertThat(list("/api/v1/sales?state=cancelled&limit=100&cursor=" + next).toString())
                .doesNotContain(page.at("/items/0/lot").stringValue());
        assertThat(settlement.get("/api/v1/sales.csv?state=cancelled", OLGA).body())
                .startsWith("lot,state,revision,")
                .contains(lot.id() + ",cancelled,2,");
        for (String path : List.of("/api/v1/sales", "/api/v1/sales.csv")) {
            assertThat(settlement.get(path, BOB).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(settlement.get("/api/v1/sales?state=lost", OLGA).body())
                .contains("state: lost (expected: one of awaiting-payment, paid,");
        assertThat(settlement.get("/api/v1/sales?cursor=x", OLGA).statusCode()).isEqualTo(400);
        assertThat(settlement.get("/api/v1/sales?attention=perhaps", OLGA).body())
                .contains("attention: perhaps (expected: true or false)");
    }

    @Test
    void numbers_have_no_holes() {
        sold();
        seen(OLGA, "awaiting-payment");
        Books.assertEven(TABLES);
    }

    /** To Alice at 15.50; Carol bid up to 15.00. */
    private void sold() {
        event(lot.listed());
        event(lot.bid(2, 1_000));
        decision(lot.decision("carol", 2, 1_500));
        event(lot.bid(1, 1_550));
        decision(lot.decision("alice", 1, 9_999));
        event(lot.sold());
    }

    private void event(byte[] event) {
        wire.send(Topics.LOT_EVENTS, lot.id(), event);
    }

    private void decision(byte[] decision) {
        wire.send(Topics.DECISIONS, lot.id(), decision);
    }

    private JsonNode seen(String token, String state) {
        return Awaitility.await(lot.id() + " is " + state)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> Json.tree(get(token).body().getBytes(UTF_8)),
                        sale -> sale.path("state").asString("").equals(state));
    }

    /** Whether the lot is among the sales that need attention; for that reason, if it is. */
    private boolean needsAttention(String why) {
        boolean listed =
                list("/api/v1/sales?attention=true&limit=100").toString().contains(lot.id() + "");
        String table = settlement.get("/api/v1/sales.csv?attention=true", OLGA).body();
        String row =
                table.lines().filter(line -> line.startsWith(lot.id() + "")).findAny().orElse("");
        assertThat(row).satisfies(it -> assertThat(it.isEmpty()).isEqualTo(!listed)).contains(why);
        return listed;
    }

    private HttpResponse<String> get(String token) {
        return settlement.get("/api/v1/sales/" + lot.id(), token);
    }

    private JsonNode list(String path) {
        return Json.tree(settlement.get(path, OLGA).body().getBytes(UTF_8));
    }

    private HttpResponse<String> payment(JsonNode sale, String key) {
        String body =
                "{\"charge\":\"%s\",\"amount\":%s,\"reference\":\"transfer 7\"}"
                        .formatted(
                                sale.required("charges")
                                        .get(sale.required("charges").size() - 1)
                                        .required("charge")
                                        .stringValue(),
                                sale.required("charges")
                                        .get(sale.required("charges").size() - 1)
                                        .required("amount"));
        return settlement.post("/api/v1/sales/" + lot.id() + "/payments", OLGA, key, body);
    }

    private String pay(JsonNode sale, String key, int status) {
        HttpResponse<String> answer = payment(sale, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private String post(String what, String token, String key, String json, int status) {
        HttpResponse<String> answer =
                settlement.post("/api/v1/sales/" + lot.id() + "/" + what, token, key, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private String published(String state) {
        return Awaitility.await(lot.id() + " published as " + state)
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .until(
                        () ->
                                new String(
                                        wire.await(1, Topics.Names.SALES, lot.id())
                                                .getLast()
                                                .value(),
                                        UTF_8),
                        sale -> sale.contains("\"state\":\"" + state + "\""));
    }

    private long balance(String account) {
        return TABLES.count(
                "select coalesce(sum(minor), 0) from ledger_line where lot = ? and account = '"
                        + account
                        + "'",
                lot.id());
    }

    private static long strikes(String account) {
        return TABLES.count(
                "select count(*) from strike where ?::uuid is not null and account = '"
                        + account
                        + "'",
                LotOnStage.longOpen().id());
    }

    private static List<String> names(JsonNode sale) {
        return sale.required("documents").values().stream()
                .map(document -> document.required("name").stringValue())
                .toList();
    }
}
