package io.gavel.bidding.auction;

import io.gavel.contracts.lot.SoftClose;
import java.time.Instant;
import java.util.Optional;

/** What a change of price or leader near the end does to the end (RULES, "Soft close"). */
final class LateBid {

    private LateBid() {}

    /**
     * The end moves to {@code max(closesAt, T + extension)}, at most {@code maxExtension} behind
     * the planned end.
     */
    static Optional<Fact> moves(EnglishBidding bidding, Instant at) {
        SoftClose soft = bidding.rules().softClose();
        Instant closesAt = bidding.span().closesAt();
        if (soft == null || at.isBefore(closesAt.minus(soft.window()))) {
            return Optional.empty();
        }
        Instant wanted = at.plus(soft.extension());
        var cap = soft.maxExtension();
        Instant latest = cap == null ? wanted : bidding.span().plannedEnd().plus(cap);
        Instant moved = wanted.isBefore(latest) ? wanted : latest;
        return moved.isAfter(closesAt)
                ? Optional.of(new Fact.ClosingMoved(moved))
                : Optional.empty();
    }
}
