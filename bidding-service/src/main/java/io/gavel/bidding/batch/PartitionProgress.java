package io.gavel.bidding.batch;

import java.time.Instant;

/**
 * How far a partition of the command log has been decided.
 *
 * @param nextOffset the first offset not decided yet
 * @param clock the time of the last decided command; time never runs back behind it
 */
record PartitionProgress(long nextOffset, Instant clock) {

    static final PartitionProgress NONE = new PartitionProgress(0, Instant.EPOCH);
}
