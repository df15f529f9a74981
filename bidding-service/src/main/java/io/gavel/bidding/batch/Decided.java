package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;
import java.time.Instant;

/**
 * A command decided in this batch, to be stored and then told.
 *
 * @param at the time it was decided for: its append time, made monotonic
 * @param conflicting its id was used before with another content
 * @param version the lot's version after it
 */
record Decided(
        LogRecord record,
        Instant at,
        Command command,
        boolean conflicting,
        long version,
        Publication publication) {}
