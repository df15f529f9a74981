package io.gavel.bidding.auction;

import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotId;
import java.time.Duration;
import java.time.Instant;
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
                    Lot.Scheduled.of(new Terms(id, seller, listing));
            case Lot.Scheduled scheduled -> evolve(scheduled, fact);
            case Lot.Open(Bidding bidding) -> evolve(bidding, fact);
            case Lot.Paused(Bidding bidding, Instant since) -> evolve(bidding, since, fact);
            case Lot.Unlisted _, Lot.Closed _ -> throw impossible(lot, fact);
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

    private static Lot evolve(Lot.Scheduled scheduled, Fact fact) {
        return switch (fact) {
            case Fact.BiddingOpened(var at) -> new Lot.Open(opened(scheduled, at));
            case Fact.HandChanged(var hand) ->
                    new Lot.Scheduled(
                            scheduled.terms(),
                            Math.max(scheduled.paddles(), hand.paddle().number()),
                            scheduled.book().with(hand));
            case Fact.HammerFell fell ->
                    closed(opened(scheduled, scheduled.terms().rules().closesAt()), fell);
            default -> throw impossible(scheduled, fact);
        };
    }

    private static Bidding opened(Lot.Scheduled scheduled, Instant at) {
        Terms terms = scheduled.terms();
        Instant end = terms.rules().closesAt();
        Span span = Span.between(at, end);
        int paddles = scheduled.paddles();
        return switch (terms.rules().format()) {
            case Format.English _ ->
                    new EnglishBidding(terms, span, new Standing.NoBids(), 0, paddles, Book.EMPTY);
            case Format.SealedFirstPrice(), Format.SealedSecondPrice() ->
                    new SealedBidding(terms, span, 0, paddles, scheduled.book());
            case Format.Dutch _ -> new DutchBidding(terms, span, new Standing.NoBids(), paddles);
        };
    }

    private static Lot evolve(Bidding bidding, Fact fact) {
        return switch (fact) {
            case Fact.ClockStopped(var since, _) -> new Lot.Paused(bidding, since);
            case Fact.HammerFell fell -> closed(bidding, fell);
            default -> new Lot.Open(afterBid(bidding, fact));
        };
    }

    private static Lot evolve(Bidding bidding, Instant since, Fact fact) {
        return switch (fact) {
            case Fact.ClockResumed(var stood, _) ->
                    new Lot.Open(
                            bidding.with(
                                    bidding.span()
                                            .shiftedBy(stood)
                                            .settledUntil(since.plus(stood))));
            case Fact.TimeAdded _ -> new Lot.Paused(afterBid(bidding, fact), since);
            case Fact.HammerFell fell -> {
                Duration stood = Duration.between(since, fell.at());
                yield closed(bidding.with(bidding.span().shiftedBy(stood)), fell);
            }
            default -> throw impossible(new Lot.Paused(bidding, since), fact);
        };
    }

    private static Bidding afterBid(Bidding bidding, Fact fact) {
        return switch (fact) {
            case Fact.HandChanged(var hand) -> bidding.with(hand);
            case Fact.TimeAdded(int minutes, _) ->
                    bidding.with(bidding.span().extendedBy(Duration.ofMinutes(minutes)));
            case Fact.ClosingMoved(var closesAt) ->
                    bidding.with(bidding.span().closingAt(closesAt));
            case Fact.OutageMadeGood(var part) -> bidding.with(bidding.span().madeGood(part));
            case Fact.ReserveReached(), Fact.BidRevealed _ -> bidding;
            case Fact.SealedBidPlaced() when bidding instanceof SealedBidding sealed ->
                    sealed.withBid();
            case Fact.BidPlaced(_, _, var after) -> led(bidding, after, 1);
            case Fact.AutoBidPlaced(_, _, var after) -> led(bidding, after, 0);
            case Fact.MaximumChanged(var after) -> led(bidding, after, 0);
            case Fact.BidsRetracted(_, int counted, _, var after)
                    when bidding instanceof EnglishBidding english ->
                    english.with(after, english.bids() - counted);
            case Fact.LotListed _,
                    Fact.BiddingOpened _,
                    Fact.BidsRetracted _,
                    Fact.SealedBidPlaced _,
                    Fact.ClockStopped _,
                    Fact.ClockResumed _,
                    Fact.HammerFell _ ->
                    throw impossible(new Lot.Open(bidding), fact);
        };
    }

    private static Bidding led(Bidding bidding, Standing.Led after, int more) {
        return switch (bidding) {
            case EnglishBidding english -> english.with(after, english.bids() + more);
            case DutchBidding dutch -> dutch.with(after);
            case SealedBidding _ ->
                    throw new IllegalStateException("a sealed lot is led by nobody");
        };
    }

    private static Lot closed(Bidding bidding, Fact.HammerFell fell) {
        return new Lot.Closed(
                bidding.withoutBook(), fell.outcome(), fell.hammer(), fell.winner(), fell.at());
    }

    private static IllegalStateException impossible(Lot lot, Fact fact) {
        return new IllegalStateException(
                fact.getClass().getSimpleName()
                        + " cannot happen to a lot that is "
                        + lot.getClass().getSimpleName());
    }
}
