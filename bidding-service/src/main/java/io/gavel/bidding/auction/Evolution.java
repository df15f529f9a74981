package io.gavel.bidding.auction;

import io.gavel.contracts.lot.LotId;
import java.util.List;

/** What a lot is after a fact (DESIGN, invariant 3). */
public final class Evolution {

    private Evolution() {}

    /**
     * Applies one fact.
     *
     * @throws IllegalStateException if the fact cannot have happened to such a lot
     */
    public static Lot evolve(LotId id, Lot lot, Fact fact) {
        return switch (lot) {
            case Lot.Unlisted() when fact instanceof Fact.LotListed(var seller, var listing) ->
                    new Lot.Scheduled(new Terms(id, seller, listing));
            case Lot.Scheduled(Terms terms) when fact instanceof Fact.BiddingOpened() ->
                    new Lot.Open(
                            new Bidding(
                                    terms, terms.rules().closesAt(), new Standing.NoBids(), 0, 0));
            case Lot.Open(Bidding bidding) when fact instanceof Fact.HammerFell fell ->
                    new Lot.Closed(bidding, fell.outcome(), fell.hammer(), fell.winner());
            case Lot.Open(Bidding bidding) -> new Lot.Open(evolve(bidding, fact));
            case Lot.Unlisted _, Lot.Scheduled _, Lot.Closed _ -> throw impossible(lot, fact);
        };
    }

    /** Applies facts in their order. */
    public static Lot evolve(LotId id, Lot lot, List<Fact> facts) {
        Lot after = lot;
        for (Fact fact : facts) {
            after = evolve(id, after, fact);
        }
        return after;
    }

    private static Bidding evolve(Bidding bidding, Fact fact) {
        return switch (fact) {
            case Fact.BidPlaced(var paddle, _, var after) -> bidding.withBid(after, paddle);
            case Fact.AutoBidPlaced(_, _, var after) -> bidding.with(after);
            case Fact.MaximumRaised(var after) -> bidding.with(after);
            case Fact.ClosingMoved(var closesAt) -> bidding.closingAt(closesAt);
            case Fact.ReserveReached() -> bidding;
            case Fact.LotListed _, Fact.BiddingOpened _, Fact.HammerFell _ ->
                    throw impossible(new Lot.Open(bidding), fact);
        };
    }

    private static IllegalStateException impossible(Lot lot, Fact fact) {
        return new IllegalStateException(
                fact.getClass().getSimpleName() + " on " + lot.getClass().getSimpleName());
    }
}
