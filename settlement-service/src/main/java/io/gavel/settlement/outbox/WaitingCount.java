package io.gavel.settlement.outbox;

import io.gavel.settlement.rounds.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Counts now and then what waits to be told, by its way, for the metric {@code
 * gavel.outbox.waiting}: also what was tried in vain and is tried again. Up to ten thousand, so
 * that counting costs no more the worse it is. Also for how long the first of it has been due,
 * {@code gavel.outbox.overdue}: more than moments means that nobody tells. All replicas count the
 * same.
 */
final class WaitingCount implements Rounds.Round {

    private final Outbox outbox;
    private final InstantSource clock;
    private final Duration database;
    private final Map<String, Gauges> ways = new LinkedHashMap<>();

    /**
     * @param database how long a count may wait for the database
     */
    WaitingCount(
            Outbox outbox,
            List<Transport> transports,
            InstantSource clock,
            Duration database,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.clock = clock;
        this.database = database;
        for (Transport transport : transports) {
            ways.put(transport.kind(), new Gauges(transport.kind(), meters));
        }
    }

    @Override
    public Mono<Boolean> once() {
        Instant now = clock.instant();
        return outbox.waiting(List.copyOf(ways.keySet()))
                .timeout(database)
                .doOnNext(counted -> ways.forEach((kind, way) -> way.note(counted.get(kind), now)))
                .thenReturn(false);
    }

    private static final class Gauges {

        private final AtomicLong number = new AtomicLong();
        private final AtomicLong overdueMillis = new AtomicLong();

        Gauges(String kind, MeterRegistry meters) {
            Gauge.builder("gavel.outbox.waiting", number, AtomicLong::get)
                    .description("Messages that are still to be told, up to ten thousand")
                    .tag("kind", kind)
                    .register(meters);
            TimeGauge.builder(
                            "gavel.outbox.overdue",
                            overdueMillis,
                            TimeUnit.MILLISECONDS,
                            AtomicLong::doubleValue)
                    .description("For how long the first of them has been due")
                    .tag("kind", kind)
                    .register(meters);
        }

        void note(Outbox.@Nullable Waiting found, Instant now) {
            Instant next = found == null ? null : found.next();
            number.set(found == null ? 0 : found.number());
            overdueMillis.set(
                    next == null ? 0 : Math.max(0, Duration.between(next, now).toMillis()));
        }
    }
}
