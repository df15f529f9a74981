package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.lot.LotId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A poll, decided in memory and not yet written. What it writes depends on what changed, never on
 * how many bidders or bids a lot already has.
 *
 * @param moves the progress of each partition in it: from exactly where the batch started, to
 *     behind its last record
 * @param decided to be stored, in log order
 * @param lots every lot that changed, as it is after the batch
 * @param listed the lots that were listed in this batch, with the time
 * @param bidders every bidder whose standing on a lot changed
 * @param tellings what is told once it is stored, in log order
 */
record Batch(
        Map<Integer, Move> moves,
        List<Decided> decided,
        Map<LotId, LotEntry> lots,
        Map<LotId, Instant> listed,
        Map<Bidder, Hand> bidders,
        List<Publication> tellings) {

    record Move(PartitionProgress from, PartitionProgress to) {

        /** The outages that ended in it. */
        List<Outage> ended() {
            return to.signs().overSince(from.signs());
        }
    }

    /** The partitions in which an outage ended, each with those that did. */
    Map<Integer, List<Outage>> ended() {
        Map<Integer, List<Outage>> ended = new HashMap<>();
        moves.forEach((partition, move) -> {
            if (!move.ended().isEmpty()) {
                ended.put(partition, move.ended());
            }
        });
        return ended;
    }
}
