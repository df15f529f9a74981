package io.gavel.bidding.batch;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one decided command.
 *
 * @param partition of the command log; who lost it tells no more of it
 * @param decision its exact bytes
 * @param outbid the account that led before; null if nobody was dethroned
 * @param events the public events it caused; empty when only the decision is told again
 */
record Publication(
        int partition,
        LotId lot,
        CommandId id,
        AccountId to,
        byte[] decision,
        @Nullable AccountId outbid,
        List<SealedEvent> events) {

    /**
     * The answer to the same command sent again: its first decision, and nothing that others would
     * see twice.
     */
    Publication decisionOnly() {
        return new Publication(partition, lot, id, to, decision, null, List.of());
    }
}
