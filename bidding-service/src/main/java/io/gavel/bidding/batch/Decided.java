package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;

/**
 * A command decided in this batch, to be stored and then told.
 *
 * @param conflicting its id was used before with another content
 */
record Decided(LogRecord record, Command command, boolean conflicting, Publication publication) {

    long firstVersion() {
        var events = publication.events();
        return events.isEmpty() ? 0 : events.getFirst().version();
    }

    long lastVersion() {
        var events = publication.events();
        return events.isEmpty() ? 0 : events.getLast().version();
    }
}
