package io.gavel.bidding.auction;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which nobody could bid, since Gavel itself was down.
 *
 * @param from the last instant at which somebody is known to have been able to
 * @param until the first at which somebody could again, or, while it lasts, the instant up to which
 *     it is counted; it does not belong to it
 */
public record Outage(Instant from, Instant until) {

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless it ends after it begins
     */
    public Outage {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "until: " + until + " (expected: after " + from + ")");
        }
    }

    Duration length() {
        return Duration.between(from, until);
    }
}
