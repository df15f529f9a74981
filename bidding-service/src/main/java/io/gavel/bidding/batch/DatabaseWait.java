package io.gavel.bidding.batch;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Waits for the database on the listener's own thread, which has nothing better to do; behind a
 * circuit breaker, so that a database that is away is not asked all the time.
 */
record DatabaseWait(Duration deadline, CircuitBreaker breaker) {

    /**
     * The answer.
     *
     * @throws CallNotPermittedException if the database is left alone for now
     * @throws IllegalStateException if there is no answer within the deadline
     */
    <T> T await(Mono<T> answer) {
        return breaker.executeSupplier(() -> {
            T value = answer.block(deadline);
            if (value == null) {
                throw new IllegalStateException("the database answered with nothing");
            }
            return value;
        });
    }
}
