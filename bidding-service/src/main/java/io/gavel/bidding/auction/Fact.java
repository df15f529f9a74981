package io.gavel.bidding.auction;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a lot, with what only the house may know. */
public sealed interface Fact {

    record LotListed(AccountId seller, Listing listing) implements Fact {}

    /**
     * Bidding began.
     *
     * @param at the time it was due, which may be before the command that brought it about
     */
    record BiddingOpened(Instant at) implements Fact {}

    /** What a bidder has on the lot changed: nobody else's business. */
    record HandChanged(Hand hand) implements Fact {}

    /**
     * A bidder bid.
     *
     * @param amount what the public sees of it
     */
    record BidPlaced(Paddle paddle, Money amount, Standing.Led after) implements Fact {}

    /** The house bid for a bidder, within his maximum. */
    record AutoBidPlaced(Paddle paddle, Money amount, Standing.Led after) implements Fact {}

    /** The leader changed his own maximum and no more than that: nobody else's business. */
    record MaximumChanged(Standing.Led after) implements Fact {}

    /**
     * A bidder took bids back.
     *
     * @param counted how many of them the public had seen
     */
    record BidsRetracted(Paddle paddle, int counted, @Nullable String reason, Standing after)
            implements Fact {}

    /** A sealed bid landed. */
    record SealedBidPlaced() implements Fact {}

    /** A sealed bid was opened. */
    record BidRevealed(Paddle paddle, Money amount) implements Fact {}

    record ReserveReached() implements Fact {}

    /** A late bid moved the end. */
    record ClosingMoved(Instant closesAt) implements Fact {}

    /** The end moved by as long as nobody could bid. */
    record OutageMadeGood(Outage part) implements Fact {}

    /** The auctioneer moved the end. */
    record TimeAdded(int minutes, @Nullable String reason) implements Fact {}

    record ClockStopped(Instant since, @Nullable String reason) implements Fact {}

    record ClockResumed(Duration stood, @Nullable String reason) implements Fact {}

    /**
     * The lot was closed.
     *
     * @param reason why before its time; null when the end had come
     */
    record HammerFell(
            CloseOutcome outcome,
            @Nullable Money hammer,
            @Nullable Paddle winner,
            Instant at,
            @Nullable String reason)
            implements Fact {}
}
