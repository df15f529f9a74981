package io.gavel.settlement.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.RefundRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Money given back by Stripe: one Refund for a key, of the whole intent. Stripe never gives back
 * more than was collected, whatever the keys.
 */
record StripeRefunds(StripeCalls stripe) {

    /** Of these a person must know more: it was given back by hand, or is with the payer's bank. */
    private static final Set<String> NOT_POSSIBLE =
            Set.of("charge_already_refunded", "charge_disputed");

    Outcome make(RefundRequest request) throws StripeException {
        Optional<Long> amount = StripeAmounts.of(request.sum());
        if (amount.isEmpty()) {
            return new Outcome.Declined("amount-not-refundable");
        }
        try {
            return outcome(stripe.refund(request, amount.get()));
        } catch (StripeException e) {
            if (e.getCode() != null && NOT_POSSIBLE.contains(e.getCode())) {
                return new Outcome.Declined(e.getCode());
            }
            throw e;
        }
    }

    Finding find(RefundRequest request) throws StripeException {
        Optional<Refund> found = stripe.findRefund(request);
        return found.isPresent() ? outcome(found.get()) : new Finding.NotFound();
    }

    private static Outcome outcome(Refund refund) {
        return switch (String.valueOf(refund.getStatus())) {
            case "succeeded" ->
                    new Outcome.Succeeded(
                            refund.getId(),
                            StripeAmounts.sum(refund.getAmount(), refund.getCurrency()));
            case "failed", "canceled" ->
                    new Outcome.Declined(
                            Optional.ofNullable(refund.getFailureReason()).orElse("failed"));
            case "pending", "requires_action" -> new Outcome.Pending();
            default ->
                    new Outcome.Unknown(
                            "stripe: refund "
                                    + refund.getStatus()
                                    + " (expected: succeeded, failed, canceled or pending)");
        };
    }
}
