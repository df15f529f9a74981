package io.gavel.gateway.admission;

import java.time.Duration;

/**
 * A bucket of tokens that fills at a steady pace; it is full at first. Kept as the time at which it
 * is full again: each token taken moves that on by one interval. Not thread-safe. Times are
 * nanoseconds of one clock that never goes back, such as {@link System#nanoTime()}.
 */
final class TokenBucket {

    private final long interval;
    private final long holds;
    private long fullAt;

    /**
     * A full bucket.
     *
     * @param interval nanoseconds between two tokens
     * @param tokens how many it holds
     */
    TokenBucket(long interval, int tokens, long nowNanos) {
        this.interval = interval;
        this.holds = interval * tokens;
        this.fullAt = nowNanos;
    }

    /** Takes a token. Zero: it was taken; else how long until there is one, and none was taken. */
    Duration take(long nowNanos) {
        long then = (isFull(nowNanos) ? nowNanos : fullAt) + interval;
        long missing = then - nowNanos - holds;
        if (missing > 0) {
            return Duration.ofNanos(missing);
        }
        fullAt = then;
        return Duration.ZERO;
    }

    boolean isFull(long nowNanos) {
        return fullAt - nowNanos <= 0;
    }
}
