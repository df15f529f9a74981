package io.gavel.contracts.command;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;

/**
 * A command that can be answered but not obeyed: its type is unknown or a field is wrong.
 *
 * @param content everything it said, to tell it from another with the same id
 * @param problem what came and what was expected
 */
public record InvalidCommand(CommandId id, LotId lot, AccountId by, String content, String problem)
        implements Command {}
