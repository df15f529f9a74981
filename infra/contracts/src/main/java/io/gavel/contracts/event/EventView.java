package io.gavel.contracts.event;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.contracts.lot.Rules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public event as its readers see it: what every event carries, and null for what this type does
 * not.
 *
 * @param seller and title, rules: in {@code listed}
 * @param outcome and hammer, winner: in {@code closed}
 */
public record EventView(
        LotId lot,
        long version,
        Instant at,
        long offset,
        String type,
        LotStatus status,
        Money price,
        @Nullable Paddle leader,
        Money next,
        int bids,
        Instant closesAt,
        ReserveStatus reserve,
        Sha256 prev,
        @Nullable AccountId seller,
        @Nullable String title,
        @Nullable Rules rules,
        @Nullable CloseOutcome outcome,
        @Nullable Money hammer,
        @Nullable Paddle winner) {}
