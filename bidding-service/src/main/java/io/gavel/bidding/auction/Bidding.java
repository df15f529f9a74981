package io.gavel.bidding.auction;

import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.PublicState;
import java.time.Instant;

/** How far the bidding on a lot has come; one type for each kind of auction. */
public sealed interface Bidding permits EnglishBidding, SealedBidding, DutchBidding {

    Terms terms();

    Span span();

    /** How many paddles were given out. */
    int paddles();

    /** The hands, where the lot keeps them. */
    Book book();

    /** Whether anybody has a bid that stands. */
    boolean hasBids();

    /**
     * What everybody may know.
     *
     * @param at the moment asked about, which a Dutch price depends on
     */
    PublicState publicState(LotStatus status, Instant at);

    /** The same with nobody's hand kept: the lot is closed. */
    Bidding withoutBook();

    Bidding with(Span moved);

    Bidding with(Hand hand);
}
