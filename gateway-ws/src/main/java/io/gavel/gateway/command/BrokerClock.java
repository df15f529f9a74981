package io.gavel.gateway.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the brokers' clocks are from this gateway's. They decide who was in time; this one only
 * says what people see. What a slow answer could explain is no difference.
 */
final class BrokerClock {

    private final AtomicLong worstMillis = new AtomicLong();

    BrokerClock(MeterRegistry meters) {
        TimeGauge.builder(
                        "gavel.gateway.clock.skew",
                        worstMillis,
                        TimeUnit.MILLISECONDS,
                        AtomicLong::doubleValue)
                .description("How far a broker's clock is ahead of this one, at the least")
                .register(meters);
    }

    /** What the brokers' clocks told in one round; the largest difference counts. */
    final class Round {

        private long worst;

        /** A broker's time, which was read between these two of ours. */
        synchronized void told(Instant before, Instant brokers, Instant after) {
            long ahead = ahead(before, brokers, after).toMillis();
            if (Math.abs(ahead) > Math.abs(worst)) {
                worst = ahead;
            }
        }

        /** To be called when all have told. */
        synchronized void end() {
            worstMillis.set(worst);
        }
    }

    /** By how much their clock is ahead at the least; negative: behind. Exact to milliseconds. */
    static Duration ahead(Instant before, Instant brokers, Instant after) {
        long told = brokers.toEpochMilli();
        long early = before.toEpochMilli() - told;
        long late = told - after.toEpochMilli();
        return Duration.ofMillis(early > 0 ? -early : Math.max(0, late));
    }
}
