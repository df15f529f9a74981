package io.gavel.gateway.advice;

import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.lot.Rules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bid, and what this gateway knows without asking anybody.
 *
 * @param insists whether the bidder wants the log to decide in any case
 * @param isUnderWay whether the same command waits for its decision here
 * @param lot null if it is not in memory
 * @param before what the log has refused the bidder on the lot
 */
public record Question(
        PlaceBid bid,
        boolean insists,
        boolean isUnderWay,
        @Nullable SeenLot lot,
        Refusal before,
        Instant now) {

    /**
     * A lot as it was a moment ago.
     *
     * @param newest its newest event known here; the log may be further on
     */
    public record SeenLot(Rules rules, EventView newest) {}
}
