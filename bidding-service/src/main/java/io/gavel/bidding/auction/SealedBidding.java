package io.gavel.bidding.auction;

import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.PublicState;
import java.time.Instant;

/**
 * A sealed lot that has opened. Until the end nobody learns more than how many bids there are.
 *
 * @param bids how many bidders have one
 */
public record SealedBidding(Terms terms, Span span, int bids, int paddles, Book book)
        implements Bidding {

    SealedBidding withBid() {
        return new SealedBidding(terms, span, bids + 1, paddles, book);
    }

    @Override
    public boolean hasBids() {
        return bids > 0;
    }

    @Override
    public SealedBidding withoutBook() {
        return new SealedBidding(terms, span, bids, paddles, Book.EMPTY);
    }

    @Override
    public SealedBidding with(Span moved) {
        return new SealedBidding(terms, moved, bids, paddles, book);
    }

    @Override
    public SealedBidding with(Hand hand) {
        int given = Math.max(paddles, hand.paddle().number());
        return new SealedBidding(terms, span, bids, given, book.with(hand));
    }

    @Override
    public PublicState publicState(LotStatus status, Instant at) {
        return terms.untouched(status, bids, span.closesAt());
    }
}
