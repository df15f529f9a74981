package io.gavel.settlement.payment.collecting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Sum;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CollectingIT {

    private static final Outcome.Final DECLINED = new Outcome.Declined("insufficient-funds");

    private final CollectingOnStage stage = new CollectingOnStage();
    private final PaymentRequest request = OnStage.request("alice");
    private final Outcome.Final succeeded = new Outcome.Succeeded("ch_1", request.sum());
    private final Scripted provider = new Scripted();
    private final CollectingRound round = stage.round(provider);

    /** Says what it is told to say, and counts. */
    private static final class Scripted implements PaymentProvider {
        Finding found = new Finding.NotFound();
        Outcome charged = new Outcome.Pending();
        Finding foundRefund = new Finding.NotFound();
        Outcome refunded = new Outcome.Pending();
        int charges;
        int refunds;
        int finds;

        @Override
        public Mono<Outcome> charge(PaymentRequest asked) {
            return Mono.fromSupplier(() -> {
                charges++;
                return charged;
            });
        }

        @Override
        public Mono<Finding> find(PaymentRequest asked) {
            return Mono.fromSupplier(() -> {
                finds++;
                return found;
            });
        }

        @Override
        public Mono<Outcome> refund(RefundRequest asked) {
            return Mono.fromSupplier(() -> {
                refunds++;
                return refunded;
            });
        }

        @Override
        public Mono<Finding> findRefund(RefundRequest asked) {
            return Mono.fromSupplier(() -> foundRefund);
        }
    }

    @Test
    void whatTheProviderKnowsIsNotCharged() {
        stage.ask(request);
        provider.found = succeeded;

        look();

        assertThat(provider.charges).isZero();
        assertThat(stage.toldOf(request)).containsExactly(succeeded);
        assertThat(stage.meters.get("gavel.payments.told").tag("outcome", "succeeded").counter())
                .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
    }

    @Test
    void askedForAgainItIsNotChargedAgain() {
        stage.ask(request);
        provider.charged = succeeded;
        look();

        stage.ask(request);
        stage.later();
        look();

        assertThat(provider.charges).isEqualTo(1);
        assertThat(stage.toldOf(request)).containsExactly(succeeded);
    }

    @Test
    void aKeyWithAnotherContentIsADefect() {
        stage.ask(request);

        assertThatThrownBy(() ->
                        stage.ask(
                                new PaymentRequest(
                                        request.key(),
                                        request.lot(),
                                        request.payer(),
                                        new Sum(1, "EUR"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another content");
    }

    @Test
    void whatIsForgottenDoesNotHoldUpThePayments() throws SQLException {
        stage.point("evt_1", request);
        stage.muchLater();
        CollectingRound round = stage.round(provider, Duration.ofMinutes(1), Duration.ofSeconds(1));
        try (Connection _ = stage.locked("payment_event")) {
            assertThatThrownBy(() -> round.once().block(CollectingOnStage.LIMIT))
                    .hasMessageContaining("Did not observe any item");
        }
    }

    @Test
    void whoCouldNotBeToldIsToldLaterAndOnce() {
        stage.ask(request);
        provider.charged = succeeded;
        stage.deafFor(1);
        assertThatThrownBy(this::look).isInstanceOf(IllegalStateException.class);
        assertThat(stage.told).isEmpty();
        provider.found = succeeded;

        stage.later();
        look();
        stage.later();
        look();

        assertThat(stage.toldOf(request)).containsExactly(succeeded);
        assertThat(provider.charges).isEqualTo(1);
    }

    @Test
    void afterItsLooksAnOperatorIsToldOnceAndNothingIsChargedAnyMore() {
        stage.ask(request);
        provider.charged = new Outcome.Unknown("down");
        lookOften();

        assertThat(stage.toldOf(request)).containsExactly("down");
        assertThat(provider.charges).isEqualTo(CollectingOnStage.MOST_LOOKS);

        stage.point("evt_1", request);
        lookOften();
        assertThat(stage.toldOf(request)).containsExactly("down");
        assertThat(provider.charges).isEqualTo(CollectingOnStage.MOST_LOOKS);

        provider.found = succeeded;
        stage.point("evt_2", request);
        look();
        assertThat(stage.toldOf(request)).containsExactly("down", succeeded);
    }

    @Test
    void whatIsCollectedAfterADeclineIsTold() {
        stage.ask(request);
        provider.charged = DECLINED;
        look();
        provider.found = succeeded;

        stage.point("evt_1", request);
        look();
        stage.point("evt_2", request);
        look();

        assertThat(stage.toldOf(request)).containsExactly(DECLINED, succeeded);
        assertThat(provider.charges).isEqualTo(1);
    }

    @Test
    void aCollectedSumThatIsNotWhatWasAskedForIsForAnOperator() {
        stage.ask(request);
        provider.found = new Outcome.Succeeded("ch_1", new Sum(1, "EUR"));

        look();

        assertThat(stage.toldOf(request)).containsExactly("collected: 1 EUR (expected: 12500 EUR)");
    }

    @Test
    void anEventPointsOnceAndBringsTheNextLookForward() {
        stage.ask(request);
        look();
        look();
        assertThat(provider.finds).as("before the wait is over").isEqualTo(1);

        assertThat(stage.point("evt_1", request)).isTrue();
        look();
        assertThat(provider.finds).isEqualTo(2);

        assertThat(stage.point("evt_1", request)).isFalse();
        look();
        assertThat(provider.finds).isEqualTo(2);
    }

    @Test
    void anEventDuringALookIsNotLost() {
        stage.ask(request);
        provider.charged = DECLINED;
        Payment leased = stage.leaseAndDie().getFirst();
        stage.point("evt_1", request);

        stage.payments.settle(leased, DECLINED).block(CollectingOnStage.LIMIT);
        stage.payments.lookAgain(leased, stage.instant().plusSeconds(60)).block();

        assertThat(stage.leaseAndDie()).hasSize(1);
    }

    @Test
    void anEventOfAnUnknownPaymentDoesNothing() {
        assertThat(stage.point("evt_1", request)).isTrue();
        assertThat(stage.due()).isZero();
    }

    private void look() {
        assertThat(requireNonNull(round.once().block(CollectingOnStage.LIMIT))).isFalse();
    }

    private void lookOften() {
        for (int i = 0; i <= CollectingOnStage.MOST_LOOKS; i++) {
            look();
            stage.later();
        }
    }
}
