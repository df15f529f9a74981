package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.LotId;

/** What may be decided only once: a command id on a lot. */
record CommandKey(LotId lot, CommandId id) {

    static CommandKey of(Command command) {
        return new CommandKey(command.lot(), command.id());
    }
}
