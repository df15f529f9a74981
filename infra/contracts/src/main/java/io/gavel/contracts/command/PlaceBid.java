package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;

/**
 * A bidder bids.
 *
 * @param amount his maximum
 * @param confirmLarge he has been asked about a bid this large and means it
 */
public record PlaceBid(CommandId id, LotId lot, AccountId by, Money amount, boolean confirmLarge)
        implements Command {

    @Override
    public String toString() {
        return "PlaceBid[id=" + id + ", lot=" + lot + "]";
    }
}
