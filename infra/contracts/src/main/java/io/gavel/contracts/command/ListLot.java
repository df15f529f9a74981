package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;

/** A seller puts up a lot. */
public record ListLot(CommandId id, LotId lot, AccountId by, Listing listing) implements Command {}
