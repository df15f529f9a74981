package io.gavel.settlement.closing;

import io.gavel.settlement.rounds.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/**
 * Counts now and then the lots whose time has come and that nobody has seen opened or closed, for
 * {@code gavel.settlement.closings.due}, and says for how long the first of them waits. All
 * replicas count the same.
 */
final class OverdueCount implements Rounds.Round {

    private final Closings closings;
    private final InstantSource clock;
    private final Duration most;
    private final Duration database;
    private final AtomicLong lots = new AtomicLong();
    private final AtomicLong millis = new AtomicLong();

    /**
     * @param most the longest time between two close-dues of a lot
     * @param database how long a count may wait for the database
     */
    OverdueCount(
            Closings closings,
            InstantSource clock,
            Duration most,
            Duration database,
            MeterRegistry meters) {
        this.closings = closings;
        this.clock = clock;
        this.most = most;
        this.database = database;
        Gauge.builder("gavel.settlement.closings.due", lots, AtomicLong::get)
                .description("Lots called due and not seen opened or closed, up to ten thousand")
                .register(meters);
        TimeGauge.builder(
                        "gavel.settlement.closings.overdue",
                        millis,
                        TimeUnit.MILLISECONDS,
                        AtomicLong::doubleValue)
                .description("For how long the first of them has been due")
                .register(meters);
    }

    @Override
    public Mono<Boolean> once() {
        Instant now = clock.instant();
        return closings.overdue(now, most)
                .timeout(database)
                .doOnNext(found -> note(found, now))
                .thenReturn(false);
    }

    private void note(Closings.Overdue found, Instant now) {
        lots.set(found.lots());
        Instant since = found.since();
        millis.set(since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis()));
    }
}
