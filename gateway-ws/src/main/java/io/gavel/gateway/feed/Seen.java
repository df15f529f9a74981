package io.gavel.gateway.feed;

import io.gavel.contracts.event.EventView;
import io.gavel.contracts.lot.Rules;

/**
 * A lot in memory.
 *
 * @param newest its newest event known here; the log may be further on
 */
public record Seen(Rules rules, EventView newest) {}
