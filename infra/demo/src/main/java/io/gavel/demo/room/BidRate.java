package io.gavel.demo.room;

import java.time.Duration;
import java.time.Instant;

/** How often all bidders together may bid. */
final class BidRate {

    private final Duration each;
    private final int burst;
    private Instant emptyUntil = Instant.EPOCH;

    BidRate(int perSecond, int burst) {
        this.each = Duration.ofSeconds(1).dividedBy(perSecond);
        this.burst = burst;
    }

    /** Whether somebody may bid now; if so, one bid less is left. */
    boolean take(Instant now) {
        Instant fullAgo = now.minus(each.multipliedBy(burst - 1L));
        Instant from = emptyUntil.isBefore(fullAgo) ? fullAgo : emptyUntil;
        if (from.isAfter(now)) {
            return false;
        }
        emptyUntil = from.plus(each);
        return true;
    }
}
