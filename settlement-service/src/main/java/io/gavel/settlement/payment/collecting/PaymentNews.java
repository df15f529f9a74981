package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import reactor.core.publisher.Mono;

/**
 * Whoever asked for payments is told what became of them. Each call is part of the transaction that
 * keeps it as told, so it is told once; if the call fails, it is told again later.
 */
public interface PaymentNews {

    /** It is known. One thing may follow: that a declined payment was collected after all. */
    Mono<Void> settled(PaymentRequest request, Outcome.Final outcome);

    /** What was collected was given back, or cannot be under this key. */
    Mono<Void> refunded(RefundRequest request, Outcome.Final outcome);

    /** It cannot be found out; an operator must look. That it is known may follow. */
    Mono<Void> unclear(Request request, String why);
}
