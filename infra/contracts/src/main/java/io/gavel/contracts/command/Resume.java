package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;

/** The clock of a paused lot goes on; its end moves by the time it stood. */
public record Resume(
        CommandId id, LotId lot, AccountId by, @Nullable String reason, boolean asOperator)
        implements AuctioneerCommand {}
