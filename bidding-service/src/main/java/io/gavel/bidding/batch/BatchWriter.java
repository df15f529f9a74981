package io.gavel.bidding.batch;

import io.gavel.bidding.batch.BatchStore.Written;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.batch.PartitionState.Memory;
import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.Unreadable;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decides a poll in memory and writes it in one transaction (DESIGN §2). When anything fails, what
 * is remembered of the partitions is forgotten and the poll comes again; records that turn out to
 * be decided already are only told again. Called on the listener's own thread, which it blocks.
 */
final class BatchWriter {

    private final BatchStore store;
    private final Retelling retelling;
    private final CommandReader reader;
    private final BatchMetrics metrics;
    private final DatabaseWait database;
    private final Memory memory;
    private final Map<Integer, PartitionState> remembered = new HashMap<>();

    BatchWriter(
            BatchStore store,
            Retelling retelling,
            CommandReader reader,
            BatchMetrics metrics,
            DatabaseWait database,
            Memory memory) {
        this.store = store;
        this.retelling = retelling;
        this.reader = reader;
        this.metrics = metrics;
        this.database = database;
        this.memory = memory;
    }

    /**
     * Decides and stores a poll.
     *
     * @param told runs once the poll is told
     * @return what is to be told of it
     * @throws FencedException if another writer has moved a partition's progress; nothing was
     *     written
     */
    Announcement write(List<ConsumerRecord<byte[], byte[]>> poll, Runnable told) {
        List<LogRecord> again = new ArrayList<>();
        List<LogRecord> fresh = new ArrayList<>(poll.size());
        List<LogRecord> deadLetters = new ArrayList<>();
        Set<Integer> partitions = new HashSet<>();
        poll.forEach(record -> partitions.add(record.partition()));
        try {
            recall(partitions);
            for (ConsumerRecord<byte[], byte[]> raw : poll) {
                LogRecord record = reader.read(raw);
                (isNew(record) ? fresh : again).add(record);
                if (record.content() instanceof Unreadable) {
                    deadLetters.add(record);
                }
            }
            List<Publication> tellings = new ArrayList<>(retelling.of(again));
            if (!fresh.isEmpty()) {
                tellings.addAll(decideAndStore(fresh).tellings());
            }
            return new Announcement(tellings, deadLetters, told);
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
        recall(partitions);
        return partitions.stream()
                .collect(Collectors.toMap(p -> p, p -> state(p).progress().nextOffset()));
    }

    private boolean isNew(LogRecord record) {
        return record.offset() >= state(record.partition()).progress().nextOffset();
    }

    private Batch decideAndStore(List<LogRecord> records) {
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
        return batch;
    }

    private void recall(Collection<Integer> partitions) {
        List<Integer> unknown =
                partitions.stream().filter(p -> !remembered.containsKey(p)).toList();
        if (!unknown.isEmpty()) {
            database.await(store.progressOf(unknown))
                    .forEach((partition, progress) ->
                            remembered.put(partition, new PartitionState(progress, memory)));
        }
    }

    private void load(List<LogRecord> records) {
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

    private void remember(Batch batch) {
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
