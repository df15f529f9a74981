package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import io.gavel.sandbox.Charge;
import io.gavel.sandbox.PaymentSandbox;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.SettlementProcess;
import io.gavel.settlement.fixture.SettlementTables;
import io.gavel.settlement.fixture.Tokens;
import io.gavel.settlement.fixture.Wire;
import io.gavel.settlement.payment.OnStage;
import io.gavel.testkit.Servers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The service in a process of its own with the sandbox, over real Kafka and PostgreSQL. */
final class MoneyOnStage implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String OLGA = Tokens.of("olga", "OPERATOR");

    final PaymentSandbox sandbox = OnStage.sandbox();
    final SettlementTables tables;
    final SettlementProcess settlement;
    private final Wire wire = new Wire(Servers.kafka().bootstrapServers());

    MoneyOnStage() {
        Database database = Servers.postgres().freshDatabase("settlement");
        tables = new SettlementTables(database);
        settlement =
                SettlementProcess.start(
                        database,
                        Servers.kafka().bootstrapServers(),
                        "--gavel.database-timeout=60s",
                        "--gavel.payment.provider=sandbox",
                        "--gavel.payment.sandbox.base-url=" + sandbox.uri(),
                        "--gavel.payment.sandbox.api-key=" + OnStage.API_KEY.value(),
                        "--gavel.payment.sandbox.webhook-secret=" + OnStage.WEBHOOK_SECRET.value(),
                        "--gavel.payment.guard.time-limit=20s",
                        "--gavel.payment.guard.attempts=1",
                        "--gavel.payment.guard.failure-percent=100",
                        "--gavel.payment.guard.least-calls=1000",
                        "--gavel.payment.guard.sample-calls=1000",
                        "--gavel.payment.looks.pause=20ms",
                        "--gavel.payment.looks.first-wait=100ms",
                        "--gavel.payment.looks.longest-wait=500ms");
        sandbox.webhooksTo(settlement.uri().resolve("/payments/webhooks/sandbox"));
        settlement.awaitReady();
    }

    /**
     * A lot of Bob's that was knocked down to somebody for 15.50, to be paid with 19.38.
     *
     * @param before is done with it before anybody hears of it
     */
    LotId sold(String buyer, Consumer<LotId> before) {
        LotOnStage lot = LotOnStage.longOpen();
        before.accept(lot.id());
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.listed());
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.bid(1, 1_550));
        wire.send(Topics.DECISIONS, lot.id(), lot.decision(buyer, 1, 9_999));
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.sold());
        return lot.id();
    }

    JsonNode awaitState(LotId lot, String state) {
        return await(lot, "/state", state);
    }

    JsonNode awaitCharge(LotId lot, int number, String status) {
        return await(lot, "/charges/" + number + "/status", status);
    }

    private JsonNode await(LotId lot, String pointer, String value) {
        return Awaitility.await(lot + ": " + pointer + " is " + value)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            sandbox.release();
                            return sale(lot);
                        },
                        sale -> sale.at(pointer).asString("").equals(value));
    }

    JsonNode sale(LotId lot) {
        return Json.tree(settlement.get("/api/v1/sales/" + lot, OLGA).body().getBytes(UTF_8));
    }

    /** What operators are told to see to of a lot. */
    List<JsonNode> attention(LotId lot) {
        HttpResponse<String> answer = settlement.get("/api/v1/attention?limit=100", OLGA);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.tree(answer.body().getBytes(UTF_8)).required("items").values().stream()
                .filter(item -> item.required("lot").stringValue().equals(lot.toString()))
                .toList();
    }

    /** Whether it is among the sales that operators should look at. */
    boolean isListedForAttention(LotId lot) {
        return settlement
                .get("/api/v1/sales?attention=true&limit=100", OLGA)
                .body()
                .contains(lot.toString());
    }

    /** An operator's call, with the key of the lot's first charge in the place of {@code $}. */
    String operator(LotId lot, String what, String json, int status) {
        return call(OLGA, lot, what, json, status);
    }

    String call(String token, LotId lot, String what, String json, int status) {
        HttpResponse<String> answer =
                settlement.post(
                        "/api/v1/sales/" + lot + "/" + what,
                        token,
                        UUID.randomUUID().toString(),
                        json.replace("$", lot + "/0/0"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    List<Charge> charges(LotId lot) {
        return of(sandbox.charges(), lot);
    }

    List<Charge> refunds(LotId lot) {
        return of(sandbox.refunds(), lot);
    }

    private static List<Charge> of(List<Charge> all, LotId lot) {
        return all.stream().filter(charge -> charge.lot().equals(lot.toString())).toList();
    }

    /** Waits until the sale is published so. */
    void awaitPublished(LotId lot, String state) {
        Awaitility.await(lot + " published as " + state)
                .atMost(LIMIT)
                .pollInSameThread()
                .until(
                        () ->
                                new String(
                                        wire.await(1, Topics.Names.SALES, lot).getLast().value(),
                                        UTF_8),
                        sale -> sale.contains("\"state\":\"" + state + "\""));
    }

    long balance(LotId lot, String account) {
        return tables.count(
                "select coalesce(sum(minor), 0) from ledger_line where lot = ? and account = '"
                        + account
                        + "'",
                lot);
    }

    @Override
    public void close() {
        settlement.close();
        wire.close();
        sandbox.close();
    }
}
