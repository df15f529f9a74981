package io.gavel.contracts.event;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.PublicState;
import java.time.Instant;

/**
 * One entry of a lot's public log (DESIGN §3).
 *
 * @param version 1, 2, 3 … without a hole
 * @param at the broker's append time of the command that caused it, never before the event before
 *     it
 * @param offset of that command in its partition
 * @param after what is true after it, so that the newest event alone is a snapshot
 * @param prev the hash of the exact bytes of the event before it
 */
public record PublicEvent(
        LotId lot,
        long version,
        Instant at,
        long offset,
        Happening what,
        PublicState after,
        Sha256 prev) {}
