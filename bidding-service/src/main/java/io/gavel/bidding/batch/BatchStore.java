package io.gavel.bidding.batch;

import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What the batch writer keeps. Each call is at most one round trip per kind of thing, whatever the
 * batch's size.
 */
interface BatchStore {

    /** The progress of partitions; those never seen start at {@link PartitionProgress#NONE}. */
    Mono<Map<Integer, PartitionProgress>> progressOf(Collection<Integer> partitions);

    /** The lots that are listed, of those asked for. */
    Mono<List<LotEntry>> lots(Collection<LotId> ids);

    /** The paddles of those who have bid, of those asked for. */
    Mono<Map<Bidder, Paddle>> paddles(Collection<Bidder> bidders);

    /** Decisions on these commands, without their events. */
    Mono<Map<CommandKey, StoredDecision>> decisionsOn(Collection<CommandKey> commands);

    /**
     * Everything decided from one offset to another in a partition, with its events, in log order;
     * no more is read than the batches that hold these offsets.
     */
    Mono<List<StoredDecision>> decidedBetween(int partition, long firstOffset, long lastOffset);

    /**
     * Writes a batch in one transaction and one round trip, or nothing of it.
     *
     * @return how it ended; an error if the database failed and it is not known whether the batch
     *     was written
     */
    Mono<Written> write(Batch batch);

    /** How a write ended. */
    enum Written {
        /** All of it is durable. */
        STORED,
        /** Nothing is written: a command in it is decided already. */
        ALREADY_DECIDED,
        /** Nothing is written: somebody else has moved a partition's progress. */
        FENCED
    }
}
