package io.gavel.bidding.auction;

import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bidder has after a bid that is taken, or why it cannot be taken: a lot that keeps all bids
 * has room for {@value Book#MAX_BIDDERS} bidders with {@value Hand#MAX_BIDS} bids each.
 *
 * @param full what is full; null if there was room
 */
record Kept(Hand hand, @Nullable String full) {

    /** Adds a bid to those he has, or notes his maximum where bids are not kept. */
    static Kept bid(
            Book book, boolean keeps, Bidder bidder, Money max, Instant at, boolean counted) {
        if (!keeps) {
            return new Kept(Hand.of(bidder.account(), bidder.paddle(), max), null);
        }
        Hand before = handIn(book, bidder, max);
        Hand after = before.and(new Placed(max, at, book.placed(), counted));
        return new Kept(after, full(book, before));
    }

    /** Puts a bid in the place of the one he has. */
    static Kept replacing(Book book, Bidder bidder, Money amount, Instant at) {
        Hand before = handIn(book, bidder, amount);
        Hand after = before.only(new Placed(amount, at, book.placed(), true));
        return new Kept(after, full(book, before));
    }

    /** Taken, with these facts behind the change of his hand, unless there was no room. */
    Verdict accepted(List<Fact> facts) {
        if (full != null) {
            return Verdict.refused(Reason.NOT_ALLOWED, full);
        }
        List<Fact> all = new ArrayList<>(facts.size() + 1);
        all.add(new Fact.HandChanged(hand));
        all.addAll(facts);
        return Verdict.bidAccepted(all, hand.paddle(), hand.max());
    }

    private static Hand handIn(Book book, Bidder bidder, Money max) {
        Hand known = book.hand(bidder.paddle());
        return known == null ? Hand.of(bidder.account(), bidder.paddle(), max) : known;
    }

    private static @Nullable String full(Book book, Hand hand) {
        if (book.isFullFor(hand.paddle())) {
            return "bidders: " + Book.MAX_BIDDERS + " already (expected: fewer on such a lot)";
        }
        return hand.bids().size() < Hand.MAX_BIDS
                ? null
                : "bids: " + Hand.MAX_BIDS + " of yours already (expected: fewer on such a lot)";
    }
}
