package io.gavel.settlement.payment;

import reactor.core.publisher.Mono;

/**
 * Who collects money, and gives it back.
 *
 * <p>A provider's answer may come late, twice or never: for each key it charges once or not at all,
 * however often it is asked, and likewise gives back. The raw ones fail with {@link
 * ProviderFailure} where there is no answer; the one that others are given never fails but says
 * {@link Outcome.Unknown}.
 */
public interface PaymentProvider {

    /** Charges, or says what became of the charge of this key. */
    Mono<Outcome> charge(PaymentRequest request);

    /** Says what became of the charge of this key, and charges nothing. */
    Mono<Finding> find(PaymentRequest request);

    /** Gives back, or says what became of the refund of this key: {@code Succeeded} is given. */
    Mono<Outcome> refund(RefundRequest request);

    /** Says what became of the refund of this key, and gives nothing back. */
    Mono<Finding> findRefund(RefundRequest request);
}
