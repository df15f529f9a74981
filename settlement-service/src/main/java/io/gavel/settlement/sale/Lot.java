package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the hammer fell; this never changes.
 *
 * @param version of its {@code closed} event
 * @param hammer and winner: there when sold
 */
public record Lot(
        LotId id,
        long version,
        String title,
        String currency,
        AccountId seller,
        CloseOutcome outcome,
        Instant closedAt,
        @Nullable Money hammer,
        @Nullable Paddle winner) {}
