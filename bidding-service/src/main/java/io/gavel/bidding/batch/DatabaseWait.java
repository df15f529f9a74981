package io.gavel.bidding.batch;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Waits for the database on the listener's own thread, which has nothing better to do. */
record DatabaseWait(Duration deadline) {

    /**
     * The answer.
     *
     * @throws IllegalStateException if there is none within the deadline
     */
    <T> T await(Mono<T> answer) {
        T value = answer.block(deadline);
        if (value == null) {
            throw new IllegalStateException("the database answered with nothing");
        }
        return value;
    }
}
