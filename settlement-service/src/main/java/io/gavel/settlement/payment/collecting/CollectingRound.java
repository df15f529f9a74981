package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import io.gavel.settlement.rounds.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks once at each payment that is due. The provider is always asked for the key before it is
 * told to charge it, so that what a crash, a late answer or a lost one left behind is found. No
 * transaction is open meanwhile: a lease keeps other replicas away, and if it runs out, the
 * provider knows the key.
 */
final class CollectingRound implements Rounds.Round {

    private static final Logger LOG = LoggerFactory.getLogger(CollectingRound.class);
    private static final Duration REMEMBER_EVENTS = Duration.ofDays(30);

    /**
     * What it may take.
     *
     * @param batch how many payments are looked at, at once
     * @param lease how long nobody else looks at them
     * @param database how long one piece of work may wait for the database
     */
    record Bounds(int batch, Duration lease, Duration database) {}

    private final Payments payments;
    private final PaymentEvents events;
    private final PaymentProvider provider;
    private final PaymentNews news;
    private final LookDecider decider;
    private final Bounds bounds;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final MeterRegistry meters;

    CollectingRound(
            Payments payments,
            PaymentEvents events,
            PaymentProvider provider,
            PaymentNews news,
            LookDecider decider,
            Bounds bounds,
            TransactionalOperator transaction,
            InstantSource clock,
            MeterRegistry meters) {
        this.payments = payments;
        this.events = events;
        this.provider = provider;
        this.news = news;
        this.decider = decider;
        this.bounds = bounds;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
        List.of("succeeded", "declined", "unclear").forEach(this::told);
    }

    @Override
    public Mono<Boolean> once() {
        return payments.lease(bounds.batch(), now(), now().plus(bounds.lease()))
                .timeout(bounds.database())
                .flatMap(due -> lookAt(due).thenReturn(due.size() == bounds.batch()))
                .flatMap(more -> forget().thenReturn(more));
    }

    private Mono<Long> forget() {
        return events.forget(now().minus(REMEMBER_EVENTS)).timeout(bounds.database());
    }

    private Mono<Void> lookAt(List<Payment> due) {
        return Flux.fromIterable(due).flatMapDelayError(this::lookAt, bounds.batch(), 1).then();
    }

    private Mono<Void> lookAt(Payment payment) {
        return finding(payment)
                .flatMap(found ->
                        follow(payment, decider.decide(payment, found)).timeout(bounds.database()));
    }

    /** Only what is open is asked for, and only what the provider does not know. */
    private Mono<? extends Finding> finding(Payment payment) {
        boolean open = payment.state() == Payment.State.OPEN;
        return find(payment.request())
                .flatMap(found ->
                        found instanceof Finding.NotFound && open
                                ? make(payment.request()).cast(Finding.class)
                                : Mono.just(found));
    }

    private Mono<Finding> find(Request request) {
        return switch (request) {
            case PaymentRequest payment -> provider.find(payment);
            case RefundRequest refund -> provider.findRefund(refund);
        };
    }

    private Mono<Outcome> make(Request request) {
        return switch (request) {
            case PaymentRequest payment -> provider.charge(payment);
            case RefundRequest refund -> provider.refund(refund);
        };
    }

    private Mono<Void> tell(Request request, Outcome.Final outcome) {
        return switch (request) {
            case PaymentRequest payment -> news.settled(payment, outcome);
            case RefundRequest refund -> news.refunded(refund, outcome);
        };
    }

    private Mono<Void> follow(Payment payment, Next next) {
        Request request = payment.request();
        return switch (next) {
            case Next.Again(Duration in) -> payments.lookAgain(payment, now().plus(in));
            case Next.Rest() -> payments.rest(payment);
            case Next.Settle(Outcome.Final outcome) ->
                    once(
                            payments.settle(payment, outcome),
                            tell(request, outcome),
                            outcome instanceof Outcome.Succeeded ? "succeeded" : "declined");
            case Next.GiveUp(String why) -> {
                LOG.error("{} is unclear (expected: an operator)", request.key());
                yield once(payments.giveUp(payment, why), news.unclear(request, why), "unclear");
            }
        };
    }

    /** Tells only who was first to know it; both or nothing. */
    private Mono<Void> once(Mono<Boolean> kept, Mono<Void> told, String outcome) {
        return kept.flatMap(first -> first ? told.thenReturn(true) : Mono.just(false))
                .as(transaction::transactional)
                .filter(first -> first)
                .doOnNext(_ -> told(outcome).increment())
                .then();
    }

    private Counter told(String outcome) {
        return meters.counter("gavel.payments.told", "outcome", outcome);
    }

    /** As exact as PostgreSQL keeps it, so that a lease is known again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
