package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;

/**
 * A bidder takes the lot at its buy-now price.
 *
 * @param suspended the gateway's note that his account is suspended
 */
public record BuyNow(CommandId id, LotId lot, AccountId by, boolean suspended) implements Command {

    @Override
    public BuyNow asAsked() {
        return new BuyNow(id, lot, by, false);
    }
}
