package io.gavel.settlement.payment;

/**
 * A payment that was collected is to be given back, all of it. The same key always comes with the
 * same content.
 *
 * @param key of the refund itself
 * @param payment what is given back
 * @param charge what the provider calls it
 */
public record RefundRequest(PaymentKey key, PaymentRequest payment, String charge)
        implements Request {

    @Override
    public Sum sum() {
        return payment.sum();
    }
}
