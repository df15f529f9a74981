package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;

/**
 * A bidder takes a Dutch lot at the price of the command's time.
 *
 * @param suspended the gateway's note that his account is suspended
 */
public record AcceptPrice(CommandId id, LotId lot, AccountId by, boolean suspended)
        implements Command {

    @Override
    public AcceptPrice asAsked() {
        return new AcceptPrice(id, lot, by, false);
    }
}
