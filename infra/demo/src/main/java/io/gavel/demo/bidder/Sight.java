package io.gavel.demo.bidder;

import java.time.Duration;
import java.time.Instant;

/**
 * A lot as somebody sees it who may bid on it.
 *
 * @param format {@code english}, {@code dutch} or a sealed one
 * @param status {@code open}, {@code scheduled}, …
 * @param absenteeBids whether it takes bids before it opens
 * @param price what it stands at, in minor units
 * @param next the least bid
 * @param from when it was listed or is to open, whichever is later
 * @param leading whether he leads
 * @param max his own maximum; 0 if he has not bid
 */
public record Sight(
        String format,
        String status,
        boolean absenteeBids,
        long price,
        long next,
        Instant from,
        Instant closesAt,
        boolean leading,
        long max) {

    public Sight {
        if (next < 1) {
            throw new IllegalArgumentException("next: " + next + " (expected: at least 1)");
        }
    }

    /** How much of its time is over, from 0 to 1. */
    double progress(Instant now) {
        double whole = Math.max(1, Duration.between(from, closesAt).toMillis());
        return Math.clamp(Duration.between(from, now).toMillis() / whole, 0, 1);
    }

    Duration left(Instant now) {
        return Duration.between(now, closesAt);
    }
}
