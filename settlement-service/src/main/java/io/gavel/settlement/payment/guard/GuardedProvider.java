package io.gavel.settlement.payment.guard;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A provider that always answers, in bounded time: each attempt has a time limit, an outage is
 * tried again under the same key, a provider that is down is left alone, and only so many calls are
 * under way at once. What cannot be known is {@link Outcome.Unknown}.
 */
public final class GuardedProvider implements PaymentProvider {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedProvider.class);

    private static final String CHARGE = "charge";
    private static final String FIND = "find";
    private static final String REFUND = "refund";
    private static final String FIND_REFUND = "find-refund";
    private static final List<String> OPERATIONS = List.of(CHARGE, FIND, REFUND, FIND_REFUND);

    private final PaymentProvider provider;
    private final Guards guards;
    private final CallTimes times;

    public GuardedProvider(PaymentProvider provider, Guards guards, MeterRegistry meters) {
        this.provider = provider;
        this.guards = guards;
        this.times = new CallTimes(meters, guards.name(), OPERATIONS);
    }

    @Override
    public Mono<Outcome> charge(PaymentRequest request) {
        return ask(CHARGE, request, provider.charge(request), unknown -> unknown);
    }

    @Override
    public Mono<Finding> find(PaymentRequest request) {
        return ask(FIND, request, provider.find(request), unknown -> unknown);
    }

    @Override
    public Mono<Outcome> refund(RefundRequest request) {
        return ask(REFUND, request, provider.refund(request), unknown -> unknown);
    }

    @Override
    public Mono<Finding> findRefund(RefundRequest request) {
        return ask(FIND_REFUND, request, provider.findRefund(request), unknown -> unknown);
    }

    private <T extends Finding> Mono<T> ask(
            String operation, Request request, Mono<T> call, Function<Outcome, T> unknown) {
        return guarded(operation, call)
                .onErrorResume(e -> Mono.just(unknown.apply(unknown(operation, request, e))))
                .transform(answer -> measured(operation, answer));
    }

    private <T> Mono<T> guarded(String operation, Mono<T> call) {
        return call.switchIfEmpty(
                        Mono.error(() -> new IllegalStateException(operation + ": no answer")))
                .transformDeferred(TimeLimiterOperator.of(guards.limiter()))
                .transformDeferred(CircuitBreakerOperator.of(guards.breaker()))
                .transformDeferred(BulkheadOperator.of(guards.bulkhead()))
                .transformDeferred(RetryOperator.of(guards.retry()));
    }

    private static Outcome unknown(String operation, Request request, Throwable e) {
        String why =
                switch (e) {
                    case CallNotPermittedException _ -> "not asked: the circuit is open";
                    case BulkheadFullException _ -> "not asked: too many calls are under way";
                    case TimeoutException _ -> "no answer in time";
                    default -> String.valueOf(e.getMessage());
                };
        LOG.warn("{} of {} is not known: {}", operation, request.key(), why);
        return new Outcome.Unknown(why);
    }

    private <T extends Finding> Mono<T> measured(String operation, Mono<T> call) {
        return Mono.defer(() -> {
            Timer.Sample sample = times.start();
            return call.doOnNext(answer -> times.stop(sample, operation, answer));
        });
    }
}
