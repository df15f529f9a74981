package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;

/** The lot's clock stops; no bid is taken until it is resumed. */
public record Pause(
        CommandId id, LotId lot, AccountId by, @Nullable String reason, boolean asOperator)
        implements AuctioneerCommand {}
