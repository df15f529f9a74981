package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;

/**
 * A bidder bids.
 *
 * @param amount his maximum; on a sealed lot, his bid
 * @param confirmLarge he has been asked about a bid this large and means it
 * @param suspended the gateway's note that his account is suspended
 */
public record PlaceBid(
        CommandId id,
        LotId lot,
        AccountId by,
        Money amount,
        boolean confirmLarge,
        boolean suspended)
        implements Command {

    @Override
    public PlaceBid asAsked() {
        return new PlaceBid(id, lot, by, amount, confirmLarge, false);
    }

    @Override
    public String toString() {
        return "PlaceBid[id=" + id + ", lot=" + lot + "]";
    }
}
