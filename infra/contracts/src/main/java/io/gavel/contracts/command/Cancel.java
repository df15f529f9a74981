package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;

/** The lot is withdrawn: nobody wins it. */
public record Cancel(
        CommandId id, LotId lot, AccountId by, @Nullable String reason, boolean asOperator)
        implements AuctioneerCommand {}
