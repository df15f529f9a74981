package io.gavel.settlement.closing;

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

    private final InstantSource clock;
    private final Timer closed;
    private final Timer seen;

    CloseLag(InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        this.closed = meters.timer("gavel.settlement.close.lag");
        this.seen = meters.timer("gavel.settlement.close.seen.lag");
    }

    void measure(List<LotNews> news) {
        Instant now = clock.instant();
        for (LotNews each : news) {
            LotNews.Closed how = each.closed();
            if (how != null) {
                closed.record(Duration.between(each.closesAt(), how.at()));
                seen.record(Duration.between(each.closesAt(), now));
            }
        }
    }
}
