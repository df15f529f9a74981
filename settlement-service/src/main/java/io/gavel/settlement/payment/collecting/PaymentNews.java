package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentRequest;
import reactor.core.publisher.Mono;

/**
 * Whoever asked for payments is told what became of them. Each call is part of the transaction that
 * keeps it as told, so it is told once; if the call fails, it is told again later.
 */
public interface PaymentNews {

    /** It is known. One thing may follow: that a declined payment was collected after all. */
    Mono<Void> settled(PaymentRequest request, Outcome.Final outcome);

    /** It cannot be found out; an operator must look. That it is known may follow. */
    Mono<Void> unclear(PaymentRequest request, String why);
}
