package io.gavel.gateway.listing;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names new lots. */
final class NewLot {

    private NewLot() {}

    /** The lot that a seller's command lists: always the same one, so that it is listed once. */
    static LotId id(AccountId seller, UUID command) {
        return new LotId(named(command + " " + seller.value()));
    }

    /** The lot as which a lot comes up again: always the same one, so that it does so once. */
    static LotId again(LotId lot) {
        return new LotId(named("relisted " + lot));
    }

    /** The command for that: always the same one for a caller's key. */
    static CommandId relisting(LotId lot, String key) {
        return new CommandId(named("relisting " + lot + " " + key));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
