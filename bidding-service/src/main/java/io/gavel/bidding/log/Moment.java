package io.gavel.bidding.log;

import java.time.Instant;

/**
 * Where and when a command stands in the command log.
 *
 * @param at its append time, made monotonic within the partition (DESIGN, invariant 1)
 */
public record Moment(Instant at, int partition, long offset) {}
