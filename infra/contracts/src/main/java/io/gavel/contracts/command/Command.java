package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;

/** Something asked of a lot. */
public sealed interface Command extends CommandRecord
        permits ListLot, PlaceBid, CloseDue, InvalidCommand {

    CommandId id();

    LotId lot();

    /** Who asks, as the gateway read it from a token. */
    AccountId by();
}
