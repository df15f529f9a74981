package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells again what is already decided, from the stored bytes: for records that come a second time
 * because the first time ended between the database's commit and the offset's (DESIGN, invariant
 * 5).
 */
final class Retelling {

    private final BatchStore store;
    private final Announcer announcer;
    private final DatabaseWait database;

    Retelling(BatchStore store, Announcer announcer, DatabaseWait database) {
        this.store = store;
        this.announcer = announcer;
        this.database = database;
    }

    void tell(List<LogRecord> records) {
        Map<Integer, List<LogRecord>> byPartition =
                records.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LogRecord::partition, TreeMap::new, Collectors.toList()));
        byPartition.forEach(this::tell);
    }

    private void tell(int partition, List<LogRecord> records) {
        LongSummaryStatistics offsets =
                records.stream().mapToLong(LogRecord::offset).summaryStatistics();
        Map<Long, Publication> stored =
                database
                        .await(store.decidedBetween(partition, offsets.getMin(), offsets.getMax()))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        StoredDecision::offset, StoredDecision::publication));
        Map<CommandKey, StoredDecision> repeated =
                database.await(store.decisionsOn(keysNotIn(stored, records)));
        List<Publication> tellings = new ArrayList<>();
        List<LogRecord> deadLetters = new ArrayList<>();
        for (LogRecord record : records) {
            if (!(record.content() instanceof Command command)) {
                deadLetters.add(record);
            } else if (stored.containsKey(record.offset())) {
                tellings.add(stored.get(record.offset()));
            } else {
                tellings.add(firstDecision(repeated.get(CommandKey.of(command)), record));
            }
        }
        announcer.tell(tellings);
        announcer.bury(deadLetters);
    }

    /** A record that was decided without a row of its own repeated an earlier command. */
    private static Publication firstDecision(@Nullable StoredDecision first, LogRecord record) {
        if (first == null) {
            throw new IllegalStateException(
                    "offset "
                            + record.offset()
                            + " of partition "
                            + record.partition()
                            + " counts as decided but no decision is stored: was the command topic"
                            + " made anew?");
        }
        return first.publication().decisionOnly();
    }

    private static List<CommandKey> keysNotIn(
            Map<Long, Publication> stored, List<LogRecord> records) {
        return records.stream()
                .filter(record -> !stored.containsKey(record.offset()))
                .map(LogRecord::content)
                .filter(Command.class::isInstance)
                .map(content -> CommandKey.of((Command) content))
                .toList();
    }
}
