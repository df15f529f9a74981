package io.gavel.bidding.batch;

import io.gavel.contracts.command.CommandRecord;
import java.time.Instant;

/**
 * A record of the command log, read.
 *
 * @param appended the broker's timestamp, before it is made monotonic
 */
record LogRecord(
        int partition,
        long offset,
        Instant appended,
        byte[] key,
        byte[] value,
        CommandRecord content) {}
