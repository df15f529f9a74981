package io.gavel.settlement.payment.collecting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.sandbox.Charge;
import io.gavel.sandbox.Fault;
import io.gavel.sandbox.PaymentSandbox;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.guard.GuardedProvider;
import io.gavel.settlement.payment.guard.Guards;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was collected goes back once, with every fault of the real sandbox. */
class RefundsIT {

    private final PaymentSandbox sandbox = OnStage.sandbox();
    private final CollectingOnStage stage = new CollectingOnStage();
    private final PaymentRequest payment = OnStage.request("alice");
    private final CollectingRound round = stage.round(guarded());

    @BeforeEach
    void collected() {
        assertThat(asked()).as("before it is collected").isFalse();
        stage.ask(payment);
        assertThat(asked()).as("while it is collected").isFalse();
        lookUntilTold(1);
        assertThat(sandbox.charges()).hasSize(1);
        assertThat(stage.refunds.underway(payment.lot()).collectList().block()).isEmpty();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DECLINE", "PENDING"},
            mode = EnumSource.Mode.EXCLUDE)
    void aRefundThatMeetsAFaultIsMadeOnceAndToldOnce(Fault fault) {
        sandbox.nextRefunds(fault, 1);
        assertThat(asked()).isTrue();
        assertThat(asked()).as("again, while it is under way").isFalse();
        assertThat(stage.refunds.underway(payment.lot()).collectList().block())
                .containsExactly(payment.key());

        lookUntilTold(2);

        assertThat(sandbox.refunds())
                .singleElement()
                .satisfies(refund -> {
                    assertThat(refund.key()).isEqualTo("refund/" + payment.key() + "/0");
                    assertThat(refund.charge()).isEqualTo(sandbox.charges().getFirst().id());
                    assertThat(refund.amount()).isEqualTo(payment.sum().minor());
                });
        assertThat(stage.told).hasSize(2);
        assertThat(stage.told.getLast().what())
                .isEqualTo(new Outcome.Succeeded("re_1", payment.sum()));
        assertThat(asked()).as("again, after it was given").isFalse();
    }

    @Test
    void oneThatIsDeclinedIsFollowedByAnotherUnderTheNextKey() {
        sandbox.nextRefunds(Fault.DECLINE, 1);
        asked();
        lookUntilTold(2);
        assertThat(stage.told.getLast().what())
                .isEqualTo(new Outcome.Declined("insufficient-funds"));
        look();
        assertThat(sandbox.refunds()).as("not by itself").hasSize(1);

        assertThat(asked()).isTrue();
        lookUntilTold(3);

        assertThat(sandbox.refunds())
                .extracting(Charge::key)
                .containsExactly(
                        "refund/" + payment.key() + "/0", "refund/" + payment.key() + "/1");
        assertThat(stage.told.getLast().what())
                .isEqualTo(new Outcome.Succeeded("re_2", payment.sum()));
    }

    @Test
    void oneThatIsUnclearIsAskedForAgainUnderItsOwnKey() {
        sandbox.nextRefunds(Fault.PENDING, 1);
        asked();
        lookUntilTold(2);
        assertThat(stage.told.getLast().what()).isEqualTo("the provider has not made up its mind");

        assertThat(asked()).isTrue();
        sandbox.settle("refund/" + payment.key() + "/0", Charge.Status.SUCCEEDED);
        lookUntilTold(3);

        assertThat(sandbox.refunds()).hasSize(1);
        assertThat(stage.told.getLast().what())
                .isEqualTo(new Outcome.Succeeded("re_1", payment.sum()));
    }

    @Test
    void oneThatIsBeingToldHoldsUpNobodyWhoAsksAgain() throws SQLException {
        sandbox.nextRefunds(Fault.PENDING, 1);
        asked();
        lookUntilTold(2);
        try (Connection _ = stage.locked("payment where refund_of is not null")) {
            assertThat(asked()).isFalse();
        }

        assertThat(asked()).isTrue();
    }

    private boolean asked() {
        return requireNonNull(
                stage.refunds.ask(payment.key(), stage.instant()).block(CollectingOnStage.LIMIT));
    }

    /** A slow machine takes more looks. */
    private void lookUntilTold(int times) {
        for (int i = 0; i < 2 * CollectingOnStage.MOST_LOOKS && stage.told.size() < times; i++) {
            look();
        }
    }

    private void look() {
        round.once().block(CollectingOnStage.LIMIT);
        sandbox.release();
        stage.later();
    }

    private GuardedProvider guarded() {
        PaymentProperties.Guard limits = OnStage.guard(Duration.ofMillis(250), 1, 128, 1_000);
        return new GuardedProvider(
                OnStage.provider(sandbox, limits),
                Guards.of("sandbox", limits, stage.meters),
                stage.meters);
    }
}
