package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;

/**
 * A decision found in the database.
 *
 * @param offset of the command's record
 */
record StoredDecision(long offset, Command command, Publication publication) {}
