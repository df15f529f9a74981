package io.gavel.settlement.payment.stripe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.AccountId;
import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.ProviderFailure;
import io.gavel.settlement.payment.Secret;
import io.gavel.settlement.payment.Sum;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class StripeProviderTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final StripeDouble stripe = new StripeDouble();
    private final StripeProvider provider = provider(stripe.uri(), "sk_test");

    @AfterEach
    void stop() {
        provider.close();
        stripe.close();
    }

    @Test
    void chargesTheCustomersOwnMeansOnce() {
        PaymentRequest request = OnStage.request("alice");

        assertThat(charge(request)).isEqualTo(new Outcome.Succeeded("pi_1", request.sum()));
        assertThat(charge(request)).isEqualTo(new Outcome.Succeeded("pi_1", request.sum()));
        assertThat(find(request)).isEqualTo(new Outcome.Succeeded("pi_1", request.sum()));
        assertThat(stripe.intents(request.key().value()))
                .singleElement()
                .satisfies(intent ->
                        assertThat(intent.form())
                                .containsEntry("amount", "12500")
                                .containsEntry("currency", "eur")
                                .containsEntry("customer", "cus_alice")
                                .containsEntry("payment_method", "pm_alice")
                                .containsEntry("confirm", "true")
                                .containsEntry("off_session", "true")
                                .containsEntry("metadata[gavel_lot]", request.lot().toString()));
    }

    @ParameterizedTest
    @CsvSource({"declined, insufficient_funds", "code, expired_card", "action, canceled"})
    void whatIsRefusedIsCancelledAndThenDeclined(String payer, String reason) {
        PaymentRequest request = OnStage.request(payer);

        assertThat(charge(request)).isEqualTo(new Outcome.Declined(reason));
        assertThat(find(request)).isEqualTo(new Outcome.Declined(reason));
        assertThat(stripe.intents(request.key().value()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.status()).isEqualTo("canceled"));
    }

    @ParameterizedTest
    @CsvSource({"penniless", "stranger"})
    void whoLeftNoMeansIsDeclinedWithoutAnIntent(String payer) {
        PaymentRequest request = OnStage.request(payer);

        assertThat(charge(request)).isEqualTo(new Outcome.Declined("no-payment-method"));
        assertThat(stripe.intents(request.key().value())).isEmpty();
    }

    @Test
    void whatCannotBeChargedToTheMinorUnitIsDeclinedWithoutACall() {
        PaymentRequest odd =
                new PaymentRequest(
                        OnStage.request("alice").key(),
                        OnStage.request("alice").lot(),
                        new AccountId("alice"),
                        new Sum(5_124, "KWD"));

        assertThat(charge(odd)).isEqualTo(new Outcome.Declined("amount-not-chargeable"));
        assertThat(stripe.calls).isEmpty();
    }

    @Test
    void whatIsProcessedIsPendingUntilItIsKnown() {
        PaymentRequest request = OnStage.request("processing");
        assertThat(charge(request)).isEqualTo(new Outcome.Pending());
        assertThat(find(request)).isEqualTo(new Outcome.Pending());

        stripe.settle(request.key().value(), "succeeded");

        assertThat(find(request)).isEqualTo(new Outcome.Succeeded("pi_1", request.sum()));
    }

    @Test
    void anErrorAfterChargingIsAnOutageAndThenFound() {
        PaymentRequest request = OnStage.request("alice");
        stripe.failAfterCreating(1);
        stripe.indexed(false);

        assertOutage(provider.charge(request));
        assertThat(find(request)).isEqualTo(new Finding.NotFound());
        assertOutage(provider.charge(request));

        stripe.indexed(true);
        assertThat(find(request)).isEqualTo(new Outcome.Succeeded("pi_1", request.sum()));
        assertThat(stripe.intents(request.key().value())).hasSize(1);
    }

    @Test
    void aKeyWithAnotherContentIsRefusedAndNotRetried() {
        PaymentRequest first = OnStage.request("alice");
        charge(first);
        PaymentRequest other =
                new PaymentRequest(first.key(), first.lot(), first.payer(), new Sum(1, "EUR"));

        assertThatThrownBy(() -> charge(other))
                .isInstanceOfSatisfying(
                        ProviderFailure.class, failure -> assertThat(failure.isOutage()).isFalse());
    }

    @Test
    void anotherKeyOfTheHouseIsRefusedAndNotShown() {
        try (StripeProvider misconfigured = provider(stripe.uri(), "sk_hush")) {
            assertThatThrownBy(() -> misconfigured.find(OnStage.request("alice")).block(LIMIT))
                    .isInstanceOf(ProviderFailure.class)
                    .hasMessageNotContaining("hush")
                    .hasMessageContaining("401");
        }
    }

    @Test
    void nobodyAtTheAddressIsAnOutage() {
        try (StripeProvider lost = provider(URI.create("http://localhost:1"), "sk_test")) {
            assertOutage(lost.charge(OnStage.request("alice")));
        }
    }

    @Test
    void theLibraryWaitsOnThreadsOfItsOwn() {
        AtomicReference<String> thread = new AtomicReference<>();

        provider.find(OnStage.request("alice"))
                .doOnNext(_ -> thread.set(Thread.currentThread().getName()))
                .block(LIMIT);

        assertThat(thread.get()).startsWith("stripe-");
    }

    @Test
    void anAccountWithAQuoteStaysInItsQuotes() {
        assertThat(StripeCalls.query("gavel_account", "o'neil' OR '\\"))
                .isEqualTo("metadata['gavel_account']:'o\\'neil\\' OR \\'\\\\'");
    }

    private static StripeProvider provider(URI uri, String key) {
        return new StripeProvider(uri, new Secret(key), 4, LIMIT);
    }

    private Outcome charge(PaymentRequest request) {
        return requireNonNull(provider.charge(request).block(LIMIT));
    }

    private Finding find(PaymentRequest request) {
        return requireNonNull(provider.find(request).block(LIMIT));
    }

    private static void assertOutage(Mono<?> call) {
        assertThatThrownBy(() -> call.block(LIMIT))
                .isInstanceOfSatisfying(
                        ProviderFailure.class, failure -> assertThat(failure.isOutage()).isTrue());
    }
}
