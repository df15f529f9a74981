package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;

/** Something asked of a lot. */
public sealed interface Command extends CommandRecord
        permits ListLot,
                PlaceBid,
                LowerMax,
                RetractBid,
                BuyNow,
                AcceptPrice,
                AuctioneerCommand,
                CloseDue,
                InvalidCommand {

    CommandId id();

    LotId lot();

    /** Who asks, as the gateway read it from a token. */
    AccountId by();

    /**
     * What the sender said, without what the gateway noted about him: two commands with the same id
     * are the same if they were asked the same.
     */
    default Command asAsked() {
        return this;
    }
}
