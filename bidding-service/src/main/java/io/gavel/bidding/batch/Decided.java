package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Outage;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.decision.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command decided in this batch, to be stored and then told.
 *
 * @param at the time it was decided for: its append time, made monotonic
 * @param conflicting its id was used before with another content
 * @param outages what was made good to the lot before it
 * @param version the lot's version after it
 * @param reason why it was refused; null: it was not
 */
record Decided(
        LogRecord record,
        Instant at,
        Command command,
        boolean conflicting,
        List<Outage> outages,
        long version,
        @Nullable Reason reason,
        Publication publication) {}
