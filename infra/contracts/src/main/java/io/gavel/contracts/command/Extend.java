package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;

/** The end moves by so many minutes, 1 to {@value #MAX_MINUTES}. */
public record Extend(
        CommandId id,
        LotId lot,
        AccountId by,
        int minutes,
        @Nullable String reason,
        boolean asOperator)
        implements AuctioneerCommand {

    /** Thirty days. */
    public static final int MAX_MINUTES = 43_200;
}
