package io.gavel.bidding.batch;

import java.util.List;

/**
 * What is told of a poll, in log order; all of it is stored.
 *
 * @param deadLetters records that nobody can answer
 * @param trace to which of it belongs
 * @param told runs once everything is on Kafka
 */
record Announcement(
        List<Publication> tellings, List<LogRecord> deadLetters, BatchTrace trace, Runnable told) {}
