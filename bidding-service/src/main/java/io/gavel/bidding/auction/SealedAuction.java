package io.gavel.bidding.auction;

import static io.gavel.contracts.decision.Reason.TOO_LOW;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sealed bids, placed and opened (RULES, "Sealed first price", "sealed second price"). */
final class SealedAuction {

    private SealedAuction() {}

    /**
     * One bid each, replaceable. Nobody is told that a bid was replaced; the same amount again
     * keeps its place among equals.
     *
     * @param open whether the lot has opened, so that the public hears of a bid
     */
    static Verdict bid(
            Terms terms, Book book, Bidder bidder, Money amount, boolean open, Instant at) {
        Optional<Verdict> barred = bidder.barredFrom(terms);
        if (barred.isPresent()) {
            return barred.get();
        }
        if (!amount.isAtLeast(terms.rules().startingPrice())) {
            return Verdict.refused(TOO_LOW);
        }
        Hand known = book.hand(bidder.paddle());
        if (known != null && known.max().equals(amount)) {
            return Verdict.bidAccepted(List.of(), bidder.paddle(), amount);
        }
        boolean seen = open && known == null;
        return Kept.replacing(book, bidder, amount, at)
                .accepted(seen ? List.of(new Fact.SealedBidPlaced()) : List.of());
    }

    /** Opens all bids, by paddle, and knocks down to the highest if it meets the reserve. */
    static List<Fact> close(SealedBidding bidding, Instant at, @Nullable String reason) {
        List<Fact> facts = new ArrayList<>();
        bidding.book()
                .hands()
                .forEach(hand -> facts.add(new Fact.BidRevealed(hand.paddle(), hand.max())));
        List<Hand> ranked = bidding.book().ranked();
        if (ranked.isEmpty() || !bidding.terms().reserveMetBy(ranked.getFirst().max())) {
            facts.add(new Fact.HammerFell(CloseOutcome.UNSOLD, null, null, at, reason));
        } else {
            Hand best = ranked.getFirst();
            facts.add(
                    new Fact.HammerFell(
                            CloseOutcome.SOLD,
                            price(bidding.terms(), ranked),
                            best.paddle(),
                            at,
                            reason));
        }
        return facts;
    }

    private static Money price(Terms terms, List<Hand> ranked) {
        Money best = ranked.getFirst().max();
        if (!(terms.rules().format() instanceof Format.SealedSecondPrice)) {
            return best;
        }
        Money second = ranked.size() > 1 ? ranked.get(1).max() : terms.rules().startingPrice();
        return terms.liftedToReserve(second, best);
    }
}
