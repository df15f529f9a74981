package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot whose hammer has fallen, and what is known of it so far.
 *
 * @param version of its {@code closed} event
 * @param at when the hammer fell
 * @param hammer and winner: there when sold
 * @param listed what its {@code listed} event said, when that was seen
 * @param buyer who holds the winning paddle, when his decision was seen
 */
public record ClosedLot(
        LotId lot,
        long version,
        Instant at,
        CloseOutcome outcome,
        @Nullable Money hammer,
        @Nullable Paddle winner,
        @Nullable Listed listed,
        @Nullable AccountId buyer) {

    /** What the seller put up. */
    public record Listed(AccountId seller, String title, String currency) {}
}
