package io.gavel.bidding.batch;

import io.gavel.bidding.log.Signs;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a partition of the command log has been decided.
 *
 * @param nextOffset the first offset not decided yet
 * @param clock the time of the last decided command; time never runs back behind it
 * @param signs of whether anybody could bid
 */
record PartitionProgress(long nextOffset, Instant clock, Signs signs) {

    static final PartitionProgress NONE = new PartitionProgress(0, Instant.EPOCH, Signs.NONE);

    /** Behind one more record. */
    PartitionProgress over(LogRecord record, Duration threshold) {
        Instant at = record.appended().isBefore(clock) ? clock : record.appended();
        return new PartitionProgress(
                record.offset() + 1, at, signs.and(record.content(), at, threshold));
    }
}
