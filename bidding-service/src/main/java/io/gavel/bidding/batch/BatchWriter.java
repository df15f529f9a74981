package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.batch.BatchStore.Written;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes a poll through to its end: decide all of it in memory, write it in one transaction, tell it
 * (DESIGN §2). When anything fails, what is remembered of the partitions is forgotten and the poll
 * comes again; records that turn out to be decided already are only told again. Called on the
 * listener's own thread, which it blocks.
 */
final class BatchWriter {

    private final BatchStore store;
    private final Retelling retelling;
    private final Announcer announcer;
    private final CommandReader reader;
    private final BatchMetrics metrics;
    private final DatabaseWait database;
    private final Limits limits;
    private final Map<Integer, PartitionState> remembered = new ConcurrentHashMap<>();

    BatchWriter(
            BatchStore store,
            Retelling retelling,
            Announcer announcer,
            CommandReader reader,
            BatchMetrics metrics,
            DatabaseWait database,
            Limits limits) {
        this.store = store;
        this.retelling = retelling;
        this.announcer = announcer;
        this.reader = reader;
        this.metrics = metrics;
        this.database = database;
        this.limits = limits;
    }

    /**
     * Bounds of the writer.
     *
     * @param lots remembered per partition
     * @param bidders remembered per partition
     */
    record Limits(int lots, int bidders) {}

    /**
     * Decides, stores and tells a poll.
     *
     * @throws FencedException if another writer has moved a partition's progress; nothing was
     *     written
     */
    void write(List<ConsumerRecord<byte[], byte[]>> poll) {
        List<LogRecord> records = poll.stream().map(reader::read).toList();
        Set<Integer> partitions =
                records.stream().map(LogRecord::partition).collect(Collectors.toSet());
        try {
            recall(partitions);
            retelling.tell(records.stream().filter(record -> !isNew(record)).toList());
            List<LogRecord> fresh = records.stream().filter(this::isNew).toList();
            if (!fresh.isEmpty()) {
                decideAndTell(fresh);
            }
        } catch (RuntimeException e) {
            forget(partitions);
            throw e;
        }
    }

    /**
     * Forgets partitions that are lost, or of which it is no longer known what the database holds.
     */
    void forget(Collection<Integer> partitions) {
        partitions.forEach(remembered::remove);
    }

    /** The first offset of a partition that is not decided yet, as the database has it. */
    Map<Integer, Long> nextOffsets(Collection<Integer> partitions) {
        forget(partitions);
        recall(partitions);
        return partitions.stream()
                .collect(Collectors.toMap(p -> p, p -> state(p).progress().nextOffset()));
    }

    private boolean isNew(LogRecord record) {
        return record.offset() >= state(record.partition()).progress().nextOffset();
    }

    private void decideAndTell(List<LogRecord> records) {
        load(records);
        Batch batch = BatchDecider.decide(records, remembered, Map.of());
        Written written = database.await(store.write(batch));
        if (written == Written.ALREADY_DECIDED) {
            batch =
                    BatchDecider.decide(
                            records, remembered, database.await(store.decisionsOn(keys(batch))));
            written = database.await(store.write(batch));
        }
        switch (written) {
            case STORED -> {}
            case FENCED -> throw new FencedException(batch.moves().keySet());
            case ALREADY_DECIDED ->
                    throw new IllegalStateException(
                            "decisions appeared that were not there a moment ago");
        }
        remember(batch);
        metrics.stored(batch);
        DecisionLog.stored(batch);
        announcer.tell(batch.tellings());
        announcer.bury(batch.deadLetters());
    }

    private void recall(Collection<Integer> partitions) {
        List<Integer> unknown =
                partitions.stream().filter(p -> !remembered.containsKey(p)).toList();
        if (!unknown.isEmpty()) {
            database.await(store.progressOf(unknown))
                    .forEach((partition, progress) ->
                            remembered.put(
                                    partition,
                                    new PartitionState(progress, limits.lots(), limits.bidders())));
        }
    }

    private void load(List<LogRecord> records) {
        Map<LotId, PartitionState> lots = new HashMap<>();
        Map<Bidder, PartitionState> bidders = new HashMap<>();
        for (LogRecord record : records) {
            if (record.content() instanceof Command command) {
                PartitionState state = state(record.partition());
                Bidder bidder = new Bidder(command.lot(), command.by());
                if (state.lot(command.lot()) == null) {
                    lots.put(command.lot(), state);
                }
                if (!state.knows(bidder)) {
                    bidders.put(bidder, state);
                }
            }
        }
        if (!lots.isEmpty()) {
            lots.forEach((id, state) -> state.remember(LotEntry.unlisted(id)));
            database.await(store.lots(lots.keySet()))
                    .forEach(entry -> state(entry, lots).remember(entry));
        }
        if (!bidders.isEmpty()) {
            Map<Bidder, Paddle> paddles = database.await(store.paddles(bidders.keySet()));
            bidders.forEach((bidder, state) -> state.remember(bidder, paddles.get(bidder)));
        }
    }

    private void remember(Batch batch) {
        batch.moves().forEach((partition, move) -> state(partition).advanceTo(move.to()));
        for (Decided decided : batch.decided()) {
            PartitionState state = state(decided.record().partition());
            Bidder bidder = new Bidder(decided.command().lot(), decided.command().by());
            LotEntry entry = batch.lots().get(bidder.lot());
            if (entry != null) {
                state.remember(entry);
            }
            Hand hand = batch.bidders().get(bidder);
            if (hand != null) {
                state.remember(bidder, hand.paddle());
            }
        }
    }

    private static List<CommandKey> keys(Batch batch) {
        return batch.decided().stream().map(decided -> CommandKey.of(decided.command())).toList();
    }

    private PartitionState state(int partition) {
        PartitionState state = remembered.get(partition);
        if (state == null) {
            throw new IllegalStateException(
                    "partition " + partition + " was taken away in the middle of a batch");
        }
        return state;
    }

    private static PartitionState state(LotEntry entry, Map<LotId, PartitionState> lots) {
        return Objects.requireNonNull(lots.get(entry.id()));
    }
}
