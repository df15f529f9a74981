package io.gavel.settlement.salebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.lot.LotId;
import io.gavel.sandbox.Charge;
import io.gavel.sandbox.Fault;
import io.gavel.settlement.fixture.Tokens;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the hammer to the money and back, whatever the provider or a kill -9 does. */
@Timeout(120)
class MoneyIT {

    private static MoneyOnStage stage;

    @BeforeAll
    static void start() {
        stage = new MoneyOnStage();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @AfterEach
    void theBooksAreEven() {
        Books.assertEven(stage.tables);
    }

    @Test
    void whateverTheProviderDoesAWinnerIsChargedOnce() {
        Map<Fault, LotId> lots = new EnumMap<>(Fault.class);
        for (Fault fault : EnumSet.complementOf(EnumSet.of(Fault.DECLINE, Fault.PENDING))) {
            lots.put(fault, stage.sold("fault-" + fault.word(), _ -> {}));
        }
        lots.forEach((fault, lot) -> {
            stage.awaitState(lot, "paid");
            assertThat(stage.charges(lot))
                    .as(fault.word())
                    .singleElement()
                    .satisfies(charge -> {
                        assertThat(charge.key()).isEqualTo(lot + "/0/0");
                        assertThat(charge.amount()).isEqualTo(1_938);
                        assertThat(charge.status()).isEqualTo(Charge.Status.SUCCEEDED);
                    });
            assertThat(stage.balance(lot, "cash")).isEqualTo(1_938);
            stage.awaitPublished(lot, "paid");
        });
    }

    @Test
    void whoIsDeclinedTriesAgainAndAnOperatorWritesDownWhatComesOtherwise() {
        LotId lot = stage.sold("fault-decline-7", _ -> {});
        stage.awaitCharge(lot, 0, "declined");
        String debtor = Tokens.of("fault-decline-7");
        stage.call(Tokens.of("mallory"), lot, "pay", "", 404);
        stage.call(Tokens.of("bob"), lot, "pay", "", 409);

        stage.call(debtor, lot, "pay", "", 200);
        stage.awaitCharge(lot, 1, "declined");
        assertThat(stage.charges(lot))
                .extracting(Charge::key)
                .containsExactly(lot + "/0/0", lot + "/0/1");

        String transfer = "{\"charge\":\"%s\",\"amount\":%s,\"reference\":\"7\"}";
        String last = lot + "/0/1";
        stage.operator(lot, "payments", transfer.formatted(lot + "/0/0", 1938), 409);
        stage.operator(lot, "payments", transfer.formatted(last, 1938.7), 400);
        stage.operator(lot, "payments", transfer.formatted(last, 1938), 200);
        stage.awaitState(lot, "paid");
        stage.awaitCharge(lot, 1, "declined");
        stage.awaitCharge(lot, 2, "taken");
    }

    @Test
    void whatComesTooLateGoesBackByItself() {
        LotId lot = pending("fault-pending-1");
        assertThat(
                        stage.operator(
                                lot,
                                "payments",
                                "{\"charge\":\"$\",\"amount\":1938,\"reference\":\"7\"}",
                                409))
                .contains("is with the provider (expected: one it has done with)");
        stage.operator(lot, "cancel", "{\"reason\":\"stolen\"}", 200);
        stage.sandbox.settle(lot + "/0/0", Charge.Status.SUCCEEDED);

        stage.awaitCharge(lot, 0, "given-back");

        assertThat(stage.sale(lot).required("state").stringValue()).isEqualTo("cancelled");
        assertThat(stage.refunds(lot)).hasSize(1);
        assertThat(stage.balance(lot, "cash")).isZero();
        assertThat(stage.balance(lot, "owed-back/fault-pending-1")).isZero();
        assertThat(stage.attention(lot)).isEmpty();
    }

    @Test
    void whatCannotGoBackIsSeenAndTriedAgainOrWrittenDown() {
        for (String end : new String[] {"retried-refunds", "refunds"}) {
            LotId lot = pending("fault-pending-2");
            stage.operator(lot, "cancel", "{\"reason\":\"stolen\"}", 200);
            stage.sandbox.nextRefunds(Fault.DECLINE, 1);
            stage.sandbox.settle(lot + "/0/0", Charge.Status.SUCCEEDED);
            await("an operator to be needed")
                    .atMost(MoneyOnStage.LIMIT)
                    .until(() -> !stage.attention(lot).isEmpty());
            assertThat(stage.attention(lot))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.required("what").stringValue()).isEqualTo("owed-back");
                        assertThat(item.required("why").stringValue())
                                .isEqualTo("insufficient-funds");
                        assertThat(item.required("amount").longValue()).isEqualTo(1_938);
                    });

            stage.operator(lot, end, "{\"charge\":\"$\",\"reference\":\"by transfer\"}", 200);

            stage.awaitCharge(lot, 0, "given-back");
            assertThat(stage.attention(lot)).isEmpty();
            assertThat(stage.balance(lot, "cash")).isZero();
            assertThat(stage.refunds(lot)).hasSize(end.equals("refunds") ? 1 : 2);
        }
    }

    @Test
    void whatNobodyKnowsIsSeenUntilAnOperatorKnows() {
        LotId lot = pending("fault-pending-3");
        stage.tables.execute(
                "update payment set looks = 300, next_look_at = now() where lot = '" + lot + "'");
        await("an operator to be needed")
                .atMost(MoneyOnStage.LIMIT)
                .until(() -> !stage.attention(lot).isEmpty());
        assertThat(stage.attention(lot).getFirst().required("what").stringValue())
                .isEqualTo("unclear");
        assertThat(stage.isListedForAttention(lot)).isTrue();

        stage.operator(
                lot, "payments", "{\"charge\":\"$\",\"amount\":1938,\"reference\":\"seen\"}", 200);

        stage.awaitState(lot, "paid");
        assertThat(stage.attention(lot)).isEmpty();
        assertThat(stage.isListedForAttention(lot)).isFalse();
    }

    @Test
    void aWrongSumThatIsCollectedAfterADeclineIsSeenUntilAnOperatorSawToIt() {
        LotId lot = stage.sold("fault-decline-8", _ -> {});
        stage.awaitCharge(lot, 0, "declined");
        stage.tables.execute(
                "update payment set state = 'unclear', reason = 'collected: 1' where lot = '"
                        + lot
                        + "'");
        assertThat(stage.attention(lot))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.required("what").stringValue()).isEqualTo("unclear");
                    assertThat(item.required("why").stringValue()).isEqualTo("collected: 1");
                });

        stage.operator(
                lot, "declined-payments", "{\"charge\":\"$\",\"reason\":\"sent back\"}", 200);

        assertThat(stage.attention(lot)).isEmpty();
        stage.operator(lot, "cancel", "{\"reason\":\"stolen\"}", 200);
        assertThat(stage.isListedForAttention(lot)).isFalse();
    }

    @Test
    void whoIsBeingCollectedFromAtTheDeadlineGetsNoStrike() {
        LotId lot = pending("fault-pending-4");
        stage.tables.letDeadlinePass(lot);
        stage.awaitState(lot, "defaulted");
        assertThat(stage.tables.count("select count(*) from strike where lot = ?", lot)).isZero();
    }

    /** All at once: each lot stands at another step when the process is killed. */
    @Test
    void killedAtEachStepItChargesOnceAndEndsRight() {
        Standstill still = new Standstill(stage);
        try (still) {
            still.arrange();
            stage.settlement.kill();
        }
        stage.settlement.startAgain();
        stage.settlement.awaitReady();

        for (LotId lot : still.toBePaid()) {
            stage.awaitState(lot, "paid");
        }
        stage.awaitCharge(still.refunding, 0, "given-back");
        stage.sandbox.release();
        for (LotId lot : still.toBePaid()) {
            assertThat(stage.charges(lot)).extracting(Charge::key).containsExactly(lot + "/0/0");
            assertThat(stage.balance(lot, "cash")).isEqualTo(1_938);
            assertThat(stage.balance(lot, "buyer/" + stage.charges(lot).getFirst().payer()))
                    .isZero();
            stage.awaitPublished(lot, "paid");
        }
        assertThat(stage.refunds(still.refunding)).hasSize(1);
        assertThat(stage.balance(still.refunding, "cash")).isZero();
        assertThat(stage.sale(still.refunding).required("state").stringValue())
                .isEqualTo("cancelled");
    }

    private static LotId pending(String buyer) {
        LotId lot = stage.sold(buyer, _ -> {});
        await("the charge of " + buyer)
                .atMost(MoneyOnStage.LIMIT)
                .until(() -> !stage.charges(lot).isEmpty());
        return lot;
    }
}
