package io.gavel.bidding.batch;

import io.gavel.bidding.batch.BatchStore.Written;
import io.gavel.bidding.batch.PartitionState.Memory;
import io.gavel.contracts.command.Unreadable;
import io.gavel.tracing.Traces;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Partitions partitions;
    private final OutagePolicy policy;
    private final Reminder reminder;
    private final Traces traces;

    BatchWriter(
            BatchStore store,
            Retelling retelling,
            CommandReader reader,
            BatchMetrics metrics,
            DatabaseWait database,
            Memory memory,
            OutagePolicy policy,
            Reminder reminder,
            Traces traces) {
        this.store = store;
        this.retelling = retelling;
        this.reader = reader;
        this.metrics = metrics;
        this.database = database;
        this.partitions = new Partitions(store, database, memory);
        this.policy = policy;
        this.reminder = reminder;
        this.traces = traces;
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
        Set<Integer> polled = new HashSet<>();
        poll.forEach(record -> polled.add(record.partition()));
        BatchTrace trace = BatchTrace.of(traces, poll);
        try {
            partitions.recall(polled);
            for (ConsumerRecord<byte[], byte[]> raw : poll) {
                LogRecord record = reader.read(raw);
                (isNew(record) ? fresh : again).add(record);
                if (record.content() instanceof Unreadable) {
                    deadLetters.add(record);
                }
            }
            List<Publication> tellings = new ArrayList<>(retelling.of(again));
            if (!fresh.isEmpty()) {
                tellings.addAll(decideAndStore(fresh, trace).tellings());
            }
            trace.decided();
            return new Announcement(tellings, deadLetters, trace, told);
        } catch (RuntimeException e) {
            trace.fail();
            forget(polled);
            throw e;
        }
    }

    /**
     * Forgets partitions that are lost, or of which it is no longer known what the database holds.
     */
    void forget(Collection<Integer> gone) {
        partitions.forget(gone);
    }

    /** The first offset of a partition that is not decided yet, as the database has it. */
    Map<Integer, Long> nextOffsets(Collection<Integer> asked) {
        partitions.recall(asked);
        return asked.stream().collect(Collectors.toMap(p -> p, this::nextOffset));
    }

    private boolean isNew(LogRecord record) {
        return record.offset() >= nextOffset(record.partition());
    }

    private long nextOffset(int partition) {
        return partitions.state(partition).progress().nextOffset();
    }

    private Batch decideAndStore(List<LogRecord> records, BatchTrace trace) {
        metrics.stages().load().record(() -> partitions.load(records));
        Batch batch = decide(records, Map.of());
        trace.storing();
        Written written = write(batch);
        if (written == Written.ALREADY_DECIDED) {
            batch = decide(records, database.await(store.decisionsOn(keys(batch))));
            written = write(batch);
        }
        switch (written) {
            case STORED -> {}
            case FENCED -> throw new FencedException(batch.moves().keySet());
            case ALREADY_DECIDED ->
                    throw new IllegalStateException(
                            "decisions appeared that were not there a moment ago");
        }
        trace.stored(batch);
        partitions.remember(batch);
        metrics.stored(batch);
        DecisionLog.stored(batch, trace);
        if (!batch.ended().isEmpty()) {
            reminder.outagesEnded(batch.ended().keySet());
        }
        return batch;
    }

    private Batch decide(List<LogRecord> records, Map<CommandKey, StoredDecision> before) {
        return Objects.requireNonNull(
                metrics.stages()
                        .decide()
                        .record(() ->
                                BatchDecider.decide(records, partitions.all(), before, policy)));
    }

    private Written write(Batch batch) {
        return Objects.requireNonNull(
                metrics.stages().store().record(() -> database.await(store.write(batch))));
    }

    private static List<CommandKey> keys(Batch batch) {
        return batch.decided().stream().map(decided -> CommandKey.of(decided.command())).toList();
    }
}
