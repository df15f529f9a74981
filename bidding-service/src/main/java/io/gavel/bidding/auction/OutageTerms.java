package io.gavel.bidding.auction;

import io.gavel.contracts.lot.LotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which lots are given time for outages (ADR 19).
 *
 * @param within a lot is given none whose end is so long behind the outage's, or longer
 * @param longest what a lot is given in all; with zero, none is given any
 */
public record OutageTerms(Duration within, Duration longest) {

    /**
     * The parts of outages that are made good to a lot with its next command; what was made good
     * before is not among them.
     *
     * @param outages of the lot's partition, the newest last
     * @param at the command's time
     */
    public List<Outage> due(LotId id, Lot lot, List<Outage> outages, Instant at) {
        if (outages.isEmpty() || !mayConcern(lot, outages.getLast(), at)) {
            return List.of();
        }
        return Evolution.evolve(id, lot, Due.opening(id, lot, at)) instanceof Lot.Open(var bidding)
                ? parts(bidding.span(), outages)
                : List.of();
    }

    /** Without a doubt not, nearly always: the newest outage reaches furthest. */
    private boolean mayConcern(Lot lot, Outage newest, Instant at) {
        return switch (lot) {
            case Lot.Open(var bidding) ->
                    newest.until().isAfter(bidding.span().settledUntil())
                            && isNear(bidding.span().closesAt(), newest);
            case Lot.Scheduled scheduled ->
                    scheduled.isDue(at) && isNear(scheduled.closesAt(), newest);
            case Lot.Unlisted _, Lot.Paused _, Lot.Closed _ -> false;
        };
    }

    private boolean isNear(Instant closesAt, Outage outage) {
        return closesAt.isBefore(outage.until().plus(within));
    }

    private List<Outage> parts(Span before, List<Outage> outages) {
        List<Outage> parts = new ArrayList<>(1);
        Span span = before;
        for (Outage outage : outages) {
            Instant from = later(outage.from(), span.settledUntil());
            Instant until = earlier(outage.until(), from.plus(longest).minus(span.given()));
            boolean wasOpen = from.isBefore(span.closesAt());
            if (wasOpen && isNear(span.closesAt(), outage) && until.isAfter(from)) {
                Outage part = new Outage(from, until);
                parts.add(part);
                span = span.madeGood(part);
            }
        }
        return List.copyOf(parts);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
