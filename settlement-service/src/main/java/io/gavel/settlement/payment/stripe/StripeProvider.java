package io.gavel.settlement.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.ProviderFailure;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Charges by PaymentIntents, confirmed at once and without the payer being there.
 *
 * <p>Stripe remembers an idempotency key for a day at least; its search shows an intent within
 * about a minute. Together they cover all time: whoever looks before he charges, as is done here,
 * finds what is old, and what is young is not charged twice. An intent that was refused is
 * cancelled before it is called declined, so that nobody can confirm it later.
 */
public final class StripeProvider implements PaymentProvider, AutoCloseable {

    private static final int CONFLICT = 409;
    private static final int BUSY = 429;
    private static final int SERVER_ERROR = 500;

    /** A call of the library. */
    @FunctionalInterface
    private interface Call<T> {
        T make() throws StripeException;
    }

    private final StripeCalls stripe;
    private final StripeRefunds refunds;
    private final Scheduler threads;

    /**
     * Makes a client.
     *
     * @param concurrent how many calls wait for Stripe at once, each on a thread of its own; as
     *     many again wait for a thread
     */
    public StripeProvider(URI base, Secret secretKey, int concurrent, Duration timeLimit) {
        stripe = new StripeCalls(base, secretKey, timeLimit);
        refunds = new StripeRefunds(stripe);
        threads = Schedulers.newBoundedElastic(concurrent, concurrent, "stripe");
    }

    @Override
    public Mono<Outcome> charge(PaymentRequest request) {
        Optional<Long> amount = StripeAmounts.of(request.sum());
        return amount.isEmpty()
                ? Mono.just(new Outcome.Declined("amount-not-chargeable"))
                : onOwnThread(() -> charge(request, amount.get()));
    }

    private Outcome charge(PaymentRequest request, long amount) throws StripeException {
        Optional<StripeCalls.Payer> payer = stripe.payer(request.payer().value());
        return payer.isEmpty()
                ? new Outcome.Declined("no-payment-method")
                : outcome(stripe.create(request, amount, payer.get()));
    }

    @Override
    public Mono<Finding> find(PaymentRequest request) {
        return onOwnThread(() -> {
            List<PaymentIntent> intents = stripe.find(request.key());
            return switch (intents.size()) {
                case 0 -> new Finding.NotFound();
                case 1 -> outcome(intents.getFirst());
                default -> new Outcome.Unknown("stripe: several intents (expected: one)");
            };
        });
    }

    @Override
    public Mono<Outcome> refund(RefundRequest request) {
        return onOwnThread(() -> refunds.make(request));
    }

    @Override
    public Mono<Finding> findRefund(RefundRequest request) {
        return onOwnThread(() -> refunds.find(request));
    }

    private Outcome outcome(PaymentIntent intent) throws StripeException {
        return switch (intent.getStatus()) {
            case "requires_payment_method", "requires_confirmation", "requires_action" ->
                    settled(stripe.cancel(intent.getId()), reason(intent));
            default -> settled(intent, reason(intent));
        };
    }

    private static Outcome settled(PaymentIntent intent, String reason) {
        return switch (intent.getStatus()) {
            case "succeeded" ->
                    new Outcome.Succeeded(
                            intent.getId(),
                            StripeAmounts.sum(intent.getAmountReceived(), intent.getCurrency()));
            case "canceled" -> new Outcome.Declined(reason);
            case "processing" -> new Outcome.Pending();
            default ->
                    new Outcome.Unknown(
                            "stripe: intent "
                                    + intent.getStatus()
                                    + " (expected: succeeded, canceled or processing)");
        };
    }

    private static String reason(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        if (error == null) {
            return "canceled";
        }
        return Optional.ofNullable(error.getDeclineCode())
                .or(() -> Optional.ofNullable(error.getCode()))
                .orElse("declined");
    }

    /** An answer that nobody waits for any more is dropped, be it an error or not. */
    private <T> Mono<T> onOwnThread(Call<? extends T> call) {
        return Mono.<Supplier<T>>fromSupplier(() -> made(call))
                .subscribeOn(threads)
                .map(Supplier::get);
    }

    private static <T> Supplier<T> made(Call<? extends T> call) {
        try {
            T answer = call.make();
            return () -> answer;
        } catch (StripeException e) {
            ProviderFailure failure = failure(e);
            return () -> {
                throw failure;
            };
        }
    }

    private static ProviderFailure failure(StripeException e) {
        if (e instanceof ApiConnectionException) {
            return ProviderFailure.outage("stripe: no answer (expected: one)", e);
        }
        int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        String why = "stripe: status " + status + ", code " + e.getCode() + " (expected: 200)";
        return status >= SERVER_ERROR || status == BUSY || status == CONFLICT || status == 0
                ? ProviderFailure.outage(why, e)
                : ProviderFailure.refused(why, e);
    }

    @Override
    public void close() {
        threads.dispose();
    }
}
