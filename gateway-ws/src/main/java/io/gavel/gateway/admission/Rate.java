package io.gavel.gateway.admission;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param perSecond on average, at least 1
 * @param burst at once after a pause, at least 1
 */
public record Rate(int perSecond, int burst) {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    public Rate {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException(
                    perSecond + " a second, " + burst + " at once (expected: at least 1 of each)");
        }
    }

    TokenBucket bucket(long nowNanos) {
        return new TokenBucket(SECOND / perSecond, burst, nowNanos);
    }
}
