package io.gavel.bidding.auction;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a lot, with what only the house may know. */
public sealed interface Fact {

    record LotListed(AccountId seller, Listing listing) implements Fact {}

    record BiddingOpened() implements Fact {}

    /**
     * A bidder bid.
     *
     * @param amount what the public sees of it
     */
    record BidPlaced(Paddle paddle, Money amount, Standing.Led after) implements Fact {}

    /** The house bid for a bidder, within his maximum. */
    record AutoBidPlaced(Paddle paddle, Money amount, Standing.Led after) implements Fact {}

    /** The leader raised his own maximum: nobody else's business. */
    record MaximumRaised(Standing.Led after) implements Fact {}

    record ReserveReached() implements Fact {}

    record ClosingMoved(Instant closesAt) implements Fact {}

    record HammerFell(CloseOutcome outcome, @Nullable Money hammer, @Nullable Paddle winner)
            implements Fact {}
}
