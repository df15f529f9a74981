package io.gavel.bidding.auction;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a lot takes bids.
 *
 * @param opensAt when it opened
 * @param plannedEnd the end without what late bids added: what the cap of a soft close counts from
 * @param closesAt the end as it stands now
 * @param outages what is known of outages; null until there is something
 */
public record Span(
        Instant opensAt, Instant plannedEnd, Instant closesAt, @Nullable Outages outages) {

    /**
     * What of outages is done with.
     *
     * @param settledUntil what was before it is
     * @param given by how much the end was moved in all
     */
    public record Outages(Instant settledUntil, Duration given) {}

    /** As it was listed. */
    static Span between(Instant opensAt, Instant closesAt) {
        return new Span(opensAt, closesAt, closesAt, null);
    }

    /** All of it later: the clock stood for so long. */
    Span shiftedBy(Duration stood) {
        return new Span(opensAt.plus(stood), plannedEnd.plus(stood), closesAt.plus(stood), outages);
    }

    /** The auctioneer gives more time. */
    Span extendedBy(Duration more) {
        return new Span(opensAt, plannedEnd.plus(more), closesAt.plus(more), outages);
    }

    /** A late bid gives more time. */
    Span closingAt(Instant moved) {
        return new Span(opensAt, plannedEnd, moved, outages);
    }

    /** Nobody could bid: that time is given again at the end. A price that falls is not moved. */
    Span madeGood(Outage part) {
        Duration more = part.length();
        Outages after = new Outages(part.until(), given().plus(more));
        return new Span(opensAt, plannedEnd.plus(more), closesAt.plus(more), after);
    }

    /** Outages before then need not be made good: the clock stood. */
    Span settledUntil(Instant then) {
        return new Span(opensAt, plannedEnd, closesAt, new Outages(then, given()));
    }

    /** From where on an outage may be made good. */
    Instant settledUntil() {
        return outages == null || outages.settledUntil().isBefore(opensAt)
                ? opensAt
                : outages.settledUntil();
    }

    /** What was given for outages in all. */
    Duration given() {
        return outages == null ? Duration.ZERO : outages.given();
    }
}
