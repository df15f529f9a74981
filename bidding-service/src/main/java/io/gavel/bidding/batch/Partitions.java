package io.gavel.bidding.batch;

import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.batch.PartitionState.Memory;
import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is known of the partitions that this instance writes; what is not known is looked up, once
 * for all records of a batch. Used by the listener's own thread alone.
 */
final class Partitions {

    private final BatchStore store;
    private final DatabaseWait database;
    private final Memory memory;
    private final Map<Integer, PartitionState> remembered = new HashMap<>();

    /**
     * @param memory what all of them remember together
     */
    Partitions(BatchStore store, DatabaseWait database, Memory memory) {
        this.store = store;
        this.database = database;
        this.memory = memory;
    }

    /**
     * What is known of a partition that was recalled.
     *
     * @throws IllegalStateException if it was forgotten since
     */
    PartitionState state(int partition) {
        PartitionState state = remembered.get(partition);
        if (state == null) {
            throw new IllegalStateException(
                    "partition " + partition + " was taken away in the middle of a batch");
        }
        return state;
    }

    Map<Integer, PartitionState> all() {
        return Collections.unmodifiableMap(remembered);
    }

    void forget(Collection<Integer> partitions) {
        partitions.forEach(remembered::remove);
    }

    /** Looks up how far these partitions are decided. */
    void recall(Collection<Integer> partitions) {
        List<Integer> unknown =
                partitions.stream().filter(p -> !remembered.containsKey(p)).toList();
        if (!unknown.isEmpty()) {
            database.await(store.progressOf(unknown))
                    .forEach((partition, progress) ->
                            remembered.put(partition, new PartitionState(progress, memory)));
        }
    }

    /** Looks up the lots and bidders that these records are about. */
    void load(List<LogRecord> records) {
        Map<LotId, PartitionState> lots = new HashMap<>();
        for (LogRecord record : records) {
            if (record.content() instanceof Command command) {
                PartitionState state = state(record.partition());
                if (state.lot(command.lot()) == null) {
                    lots.put(command.lot(), state);
                }
            }
        }
        if (!lots.isEmpty()) {
            Map<LotId, LotEntry> listed =
                    database.await(store.lots(lots.keySet())).stream()
                            .collect(Collectors.toMap(LotEntry::id, entry -> entry));
            lots.forEach(
                    (id, state) -> state.remember(listed.getOrDefault(id, LotEntry.unlisted(id))));
        }
        loadPaddles(records);
    }

    private void loadPaddles(List<LogRecord> records) {
        Map<Bidder, PartitionState> bidders = new HashMap<>();
        for (LogRecord record : records) {
            if (record.content() instanceof Command command) {
                PartitionState state = state(record.partition());
                Bidder bidder = new Bidder(command.lot(), command.by());
                if (!state.knows(bidder)) {
                    bidders.put(bidder, state);
                }
            }
        }
        if (!bidders.isEmpty()) {
            Map<Bidder, Paddle> paddles = database.await(store.paddles(bidders.keySet()));
            bidders.forEach((bidder, state) -> state.remember(bidder, paddles.get(bidder)));
        }
    }

    /** A batch is written. */
    void remember(Batch batch) {
        batch.moves().forEach((partition, move) -> state(partition).advanceTo(move.to()));
        Map<LotId, PartitionState> states = new HashMap<>();
        for (Decided decided : batch.decided()) {
            states.computeIfAbsent(
                    decided.command().lot(), _ -> state(decided.record().partition()));
        }
        batch.lots().forEach((id, entry) -> state(entry, states).remember(entry));
        batch.bidders()
                .forEach((bidder, hand) ->
                        Objects.requireNonNull(states.get(bidder.lot()))
                                .remember(bidder, hand.paddle()));
    }

    private static PartitionState state(LotEntry entry, Map<LotId, PartitionState> lots) {
        return Objects.requireNonNull(lots.get(entry.id()));
    }
}
