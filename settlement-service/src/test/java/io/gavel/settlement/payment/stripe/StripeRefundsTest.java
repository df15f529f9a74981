package io.gavel.settlement.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.ProviderFailure;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Secret;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeRefundsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final StripeDouble stripe = new StripeDouble();
    private final StripeProvider provider =
            new StripeProvider(stripe.uri(), new Secret("sk_test"), 4, LIMIT);
    private final PaymentRequest payment = OnStage.request("alice");
    private final Outcome.Succeeded charged =
            (Outcome.Succeeded) provider.charge(payment).block(LIMIT);

    @AfterEach
    void stop() {
        provider.close();
        stripe.close();
    }

    @Test
    void givesTheWholeIntentBackOnce() {
        assertThat(find(0)).isEqualTo(new Finding.NotFound());

        assertThat(refund(0)).isEqualTo(new Outcome.Succeeded("re_1", payment.sum()));
        assertThat(refund(0)).isEqualTo(new Outcome.Succeeded("re_1", payment.sum()));
        assertThat(find(0)).isEqualTo(new Outcome.Succeeded("re_1", payment.sum()));
        assertThat(stripe.refunds.made())
                .singleElement()
                .satisfies(made -> {
                    assertThat(made.amount()).isEqualTo("12500");
                    assertThat(made.intent()).isEqualTo(charged.providerId());
                });
    }

    @Test
    void anErrorAfterRefundingIsAnOutageAndThenFound() {
        stripe.refunds.failAfterMaking(1);

        assertThatThrownBy(() -> refund(0))
                .isInstanceOfSatisfying(
                        ProviderFailure.class, failure -> assertThat(failure.isOutage()).isTrue());
        assertThat(find(0)).isEqualTo(new Outcome.Succeeded("re_1", payment.sum()));
    }

    @Test
    void oneThatFailedIsDeclinedAndMayBeFollowedByAnother() {
        stripe.refunds.become("failed");
        assertThat(refund(0)).isEqualTo(new Outcome.Declined("lost_or_stolen_card"));
        stripe.refunds.become("pending");
        assertThat(refund(1)).isEqualTo(new Outcome.Pending());
        assertThat(find(0)).isEqualTo(new Outcome.Declined("lost_or_stolen_card"));
    }

    @Test
    void whatWasGivenBackByHandIsNotGivenBackTwice() {
        refund(0);

        assertThat(refund(1)).isEqualTo(new Outcome.Declined("charge_already_refunded"));
    }

    private Outcome refund(int attempt) {
        return provider.refund(request(attempt)).block(LIMIT);
    }

    private Finding find(int attempt) {
        return provider.findRefund(request(attempt)).block(LIMIT);
    }

    private RefundRequest request(int attempt) {
        return new RefundRequest(
                new PaymentKey("refund/" + payment.key() + "/" + attempt),
                payment,
                charged.providerId());
    }
}
