package io.gavel.settlement.outbox;

import java.time.Instant;

/**
 * Something to be told.
 *
 * @param lane whom by which way; each has its own places, so that none holds up another
 * @param what in a word, such as {@code sale.paid}
 * @param dedupe what it is about; put into a lane twice, it is told once
 */
public record Draft(String lane, String what, String dedupe, String body, Instant at) {}
