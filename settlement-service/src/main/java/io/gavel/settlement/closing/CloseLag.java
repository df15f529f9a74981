package io.gavel.settlement.closing;

import io.gavel.contracts.lot.CloseOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Measures how long after its end a lot was closed, and how long until that was seen here. */
@Component
final class CloseLag {

    private static final Duration LATE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Timer closed;
    private final Timer seen;
    private final Counter late;

    CloseLag(InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        this.closed = meters.timer("gavel.settlement.close.lag");
        this.seen = meters.timer("gavel.settlement.close.seen.lag");
        this.late =
                Counter.builder("gavel.settlement.closes.late")
                        .description("lots that were closed more than a second after their end")
                        .register(meters);
    }

    void measure(List<LotNews> news) {
        Instant now = clock.instant();
        for (LotNews each : news) {
            LotNews.Closed how = each.closed();
            if (how != null && how.outcome() != CloseOutcome.CANCELLED) {
                record(closed, each.closesAt(), how.at());
                if (how.at().isAfter(each.closesAt().plus(LATE))) {
                    late.increment();
                }
                record(seen, each.closesAt(), now);
            }
        }
    }

    /** A lot that was closed before its end, by hand or by a buyer, has no lag. */
    private static void record(Timer timer, Instant end, Instant then) {
        if (!then.isBefore(end)) {
            timer.record(Duration.between(end, then));
        }
    }
}
