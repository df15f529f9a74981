package io.gavel.bidding.auction;

import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.PublicState;
import java.time.Instant;

/**
 * An English lot that has opened.
 *
 * @param bids placed by bidders, less those taken back
 * @param book of all hands, where bids may be taken back; else empty
 */
public record EnglishBidding(
        Terms terms, Span span, Standing standing, int bids, int paddles, Book book)
        implements Bidding {

    Format.English rules() {
        return (Format.English) terms.rules().format();
    }

    /**
     * The next minimum: the starting price while there is no bid, then one step above the price.
     */
    public Money next() {
        return switch (standing) {
            case Standing.NoBids() -> terms.rules().startingPrice();
            case Standing.Led led -> rules().increments().next(led.price());
        };
    }

    /** Whether the public has been told that the reserve is met, or there is none. */
    boolean isReserveMet() {
        return switch (standing) {
            case Standing.NoBids() -> terms.listing().reserve() == null;
            case Standing.Led led -> terms.reserveMetBy(led.price());
        };
    }

    EnglishBidding with(Standing after, int bidsAfter) {
        return new EnglishBidding(terms, span, after, bidsAfter, paddles, book);
    }

    @Override
    public boolean hasBids() {
        return standing instanceof Standing.Led;
    }

    @Override
    public EnglishBidding withoutBook() {
        return new EnglishBidding(terms, span, standing, bids, paddles, Book.EMPTY);
    }

    @Override
    public EnglishBidding with(Span moved) {
        return new EnglishBidding(terms, moved, standing, bids, paddles, book);
    }

    @Override
    public EnglishBidding with(Hand hand) {
        int given = Math.max(paddles, hand.paddle().number());
        if (!rules().retraction()) {
            return given == paddles
                    ? this
                    : new EnglishBidding(terms, span, standing, bids, given, book);
        }
        return new EnglishBidding(terms, span, standing, bids, given, book.with(hand));
    }

    @Override
    public PublicState publicState(LotStatus status, Instant at) {
        return switch (standing) {
            case Standing.NoBids() -> terms.untouched(status, bids, span.closesAt());
            case Standing.Led led ->
                    new PublicState(
                            status,
                            led.price(),
                            led.paddle(),
                            next(),
                            bids,
                            span.closesAt(),
                            terms.reserveAt(led.price()));
        };
    }
}
