package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;

/** The lot is knocked down to the leader now. */
public record Hammer(
        CommandId id, LotId lot, AccountId by, @Nullable String reason, boolean asOperator)
        implements AuctioneerCommand {}
