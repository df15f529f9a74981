package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;

/**
 * A bidder takes bids back (RULES, "Retraction").
 *
 * @param reason what the public is told; null when nothing was given
 */
public record RetractBid(CommandId id, LotId lot, AccountId by, @Nullable String reason)
        implements Command {}
