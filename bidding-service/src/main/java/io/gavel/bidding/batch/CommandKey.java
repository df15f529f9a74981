package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.LotId;

/** What may be decided only once: a command id on a lot. */
record CommandKey(LotId lot, CommandId id) {

    static CommandKey of(Command command) {
        return new CommandKey(command.lot(), command.id());
    }

    /** Whether two commands with one key ask the same; what the gateway noted does not count. */
    static boolean isSame(Command first, Command second) {
        return first.asAsked().equals(second.asAsked());
    }
}
