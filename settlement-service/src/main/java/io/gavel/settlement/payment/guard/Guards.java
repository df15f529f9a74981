package io.gavel.settlement.payment.guard;

import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.ProviderFailure;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The limits of one provider, called {@code payment-<name>} in the metrics of Resilience4j. */
public record Guards(
        String name, TimeLimiter limiter, CircuitBreaker breaker, Bulkhead bulkhead, Retry retry) {

    private static final double GROWTH = 2;
    private static final double JITTER = 0.5;

    public static Guards of(String name, PaymentProperties.Guard limits, MeterRegistry meters) {
        TimeLimiterRegistry limiters = TimeLimiterRegistry.of(limiter(limits));
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(breaker(limits));
        BulkheadRegistry bulkheads = BulkheadRegistry.of(bulkhead(limits));
        RetryRegistry retries = RetryRegistry.of(retry(limits));
        String instance = "payment-" + name;
        Guards guards =
                new Guards(
                        name,
                        limiters.timeLimiter(instance),
                        breakers.circuitBreaker(instance),
                        bulkheads.bulkhead(instance),
                        retries.retry(instance));
        TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(limiters).bindTo(meters);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
        return guards;
    }

    private static TimeLimiterConfig limiter(PaymentProperties.Guard limits) {
        return TimeLimiterConfig.custom().timeoutDuration(limits.timeLimit()).build();
    }

    private static CircuitBreakerConfig breaker(PaymentProperties.Guard limits) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(limits.sampleCalls())
                .minimumNumberOfCalls(limits.leastCalls())
                .failureRateThreshold(limits.failurePercent())
                .waitDurationInOpenState(limits.openFor())
                .permittedNumberOfCallsInHalfOpenState(limits.leastCalls())
                .ignoreException(e -> !isOutage(e))
                .build();
    }

    /** Whoever finds no place is told so at once: waiting would block an event loop. */
    private static BulkheadConfig bulkhead(PaymentProperties.Guard limits) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(limits.concurrent())
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    private static RetryConfig retry(PaymentProperties.Guard limits) {
        return RetryConfig.custom()
                .maxAttempts(limits.attempts())
                .intervalFunction(
                        IntervalFunction.ofExponentialRandomBackoff(
                                limits.firstRetry(), GROWTH, JITTER, limits.longestRetry()))
                .retryOnException(Guards::isOutage)
                .build();
    }

    private static boolean isOutage(Throwable e) {
        return e instanceof TimeoutException
                || (e instanceof ProviderFailure failure && failure.isOutage());
    }
}
