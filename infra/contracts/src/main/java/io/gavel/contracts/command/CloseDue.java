package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;

/** The lot's time may have come: whatever is due by now is done; harmless when nothing is. */
public record CloseDue(CommandId id, LotId lot, AccountId by) implements Command {}
