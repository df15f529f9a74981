package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be told again of what is already decided, in the stored bytes: for records that
 * come a second time because the first time ended between the database's commit and the offset's
 * (DESIGN, invariant 5).
 */
final class Retelling {

    private final BatchStore store;
    private final DatabaseWait database;

    Retelling(BatchStore store, DatabaseWait database) {
        this.store = store;
        this.database = database;
    }

    /**
     * What was told, or should have been, of records that are decided; dead letters have nothing.
     */
    List<Publication> of(List<LogRecord> records) {
        Map<Integer, List<LogRecord>> byPartition =
                records.stream()
                        .filter(record -> record.content() instanceof Command)
                        .collect(
                                Collectors.groupingBy(
                                        LogRecord::partition, TreeMap::new, Collectors.toList()));
        List<Publication> tellings = new ArrayList<>();
        byPartition.forEach((partition, its) -> tellings.addAll(of(partition, its)));
        return tellings;
    }

    private List<Publication> of(int partition, List<LogRecord> records) {
        Map<Long, Publication> stored =
                database
                        .await(
                                store.decidedBetween(
                                        partition,
                                        records.getFirst().offset(),
                                        records.getLast().offset()))
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        StoredDecision::offset, StoredDecision::publication));
        List<CommandKey> repeats = keysNotIn(stored, records);
        Map<CommandKey, StoredDecision> repeated =
                repeats.isEmpty() ? Map.of() : database.await(store.decisionsOn(repeats));
        List<Publication> tellings = new ArrayList<>();
        for (LogRecord record : records) {
            Publication told = stored.get(record.offset());
            tellings.add(
                    told != null
                            ? told
                            : firstDecision(
                                    repeated.get(CommandKey.of((Command) record.content())),
                                    record));
        }
        return tellings;
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
                .map(record -> CommandKey.of((Command) record.content()))
                .toList();
    }
}
