package io.gavel.settlement.payment;

/** Something asked of a provider, under a key that is good for this alone. */
public sealed interface Request permits PaymentRequest, RefundRequest {

    PaymentKey key();

    Sum sum();
}
