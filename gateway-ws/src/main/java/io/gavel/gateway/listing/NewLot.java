package io.gavel.gateway.listing;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names new lots. */
final class NewLot {

    private NewLot() {}

    /** The lot that a seller's command lists: always the same one, so that it is listed once. */
    static LotId id(AccountId seller, UUID command) {
        String name = command + " " + seller.value();
        return new LotId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
