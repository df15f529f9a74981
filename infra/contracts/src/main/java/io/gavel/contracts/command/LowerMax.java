package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;

/** The leader lowers his maximum, down to the current price at most. */
public record LowerMax(CommandId id, LotId lot, AccountId by, Money amount) implements Command {

    @Override
    public String toString() {
        return "LowerMax[id=" + id + ", lot=" + lot + "]";
    }
}
