package io.gavel.bidding.log;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;

/** Who bids under which paddle, and his highest maximum so far. */
public record BidderOnLot(AccountId account, Paddle paddle, Money highest) {

    @Override
    public String toString() {
        return "BidderOnLot[paddle=" + paddle + "]";
    }
}
