package io.gavel.bidding.auction;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which a lot takes bids.
 *
 * @param opensAt when it opened
 * @param plannedEnd the end without what late bids added: what the cap of a soft close counts from
 * @param closesAt the end as it stands now
 */
public record Span(Instant opensAt, Instant plannedEnd, Instant closesAt) {

    /** All of it later: the clock stood for so long. */
    Span shiftedBy(Duration stood) {
        return new Span(opensAt.plus(stood), plannedEnd.plus(stood), closesAt.plus(stood));
    }

    /** The auctioneer gives more time. */
    Span extendedBy(Duration more) {
        return new Span(opensAt, plannedEnd.plus(more), closesAt.plus(more));
    }

    /** A late bid gives more time. */
    Span closingAt(Instant moved) {
        return new Span(opensAt, plannedEnd, moved);
    }
}
