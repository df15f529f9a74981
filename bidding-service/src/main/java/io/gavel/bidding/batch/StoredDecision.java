package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;

/**
 * A decision found in the database.
 *
 * @param command the exact bytes of the command record
 */
record StoredDecision(int partition, long offset, byte[] command, Publication publication) {

    /** Whether a command says the same; the sender's clock does not count. */
    boolean decided(Command other) {
        return CommandJson.read(command) instanceof Command first
                && first.asAsked().equals(other.asAsked());
    }
}
