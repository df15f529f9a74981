package io.gavel.bidding.batch;

import io.gavel.bidding.batch.BatchStore.Written;
import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.lot.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The statements of one batch's transaction; each writes all rows of its kind at once. */
final class BatchStatements {

    private final DatabaseClient database;
    private final Batch batch;

    BatchStatements(DatabaseClient database, Batch batch) {
        this.database = database;
        this.batch = batch;
    }

    /** Whether every partition's progress stood exactly where the batch started. */
    Mono<Boolean> moveProgress() {
        String update =
                """
                update partition_progress p set next_offset = m.reached, clock = m.clock::timestamptz
                from unnest(:partitions, :started, :reached, :clocks) m (partition, started, reached, clock)
                where p.partition = m.partition and p.next_offset = m.started\
                """;
        List<Map.Entry<Integer, Batch.Move>> moves = List.copyOf(batch.moves().entrySet());
        return database.sql(update)
                .bind("partitions", Columns.array(moves, Map.Entry::getKey, Integer[]::new))
                .bind(
                        "started",
                        Columns.array(moves, m -> m.getValue().from().nextOffset(), Long[]::new))
                .bind(
                        "reached",
                        Columns.array(moves, m -> m.getValue().to().nextOffset(), Long[]::new))
                .bind(
                        "clocks",
                        Columns.array(
                                moves,
                                m -> Instants.format(m.getValue().to().clock()),
                                String[]::new))
                .fetch()
                .rowsUpdated()
                .map(moved -> moved == moves.size());
    }

    Mono<Written> insertDecisions() {
        String insert =
                """
                insert into decision (partition, record_offset, lot, command_id, account, conflicting, command, body,
                    first_version, last_version, outbid)
                select p, o, l, i, a, c, r, b, f, t, nullif(x, '')
                from unnest(:partitions, :offsets, :lots, :ids, :accounts, :conflicting, :commands, :bodies,
                    :first, :last, :outbid) d (p, o, l, i, a, c, r, b, f, t, x)
                on conflict (command_id, lot) where not conflicting do nothing\
                """;
        List<Decided> rows = batch.decided();
        if (rows.isEmpty()) {
            return Mono.just(Written.STORED);
        }
        return database.sql(insert)
                .bind(
                        "partitions",
                        Columns.array(rows, d -> d.record().partition(), Integer[]::new))
                .bind("offsets", Columns.array(rows, d -> d.record().offset(), Long[]::new))
                .bind("lots", Columns.array(rows, d -> d.command().lot().value(), UUID[]::new))
                .bind("ids", Columns.array(rows, d -> d.command().id().value(), UUID[]::new))
                .bind("accounts", Columns.array(rows, d -> d.command().by().value(), String[]::new))
                .bind("conflicting", Columns.array(rows, Decided::conflicting, Boolean[]::new))
                .bind("commands", Columns.array(rows, d -> d.record().value(), byte[][]::new))
                .bind("bodies", Columns.array(rows, d -> d.publication().decision(), byte[][]::new))
                .bind("first", Columns.array(rows, Decided::firstVersion, Long[]::new))
                .bind("last", Columns.array(rows, Decided::lastVersion, Long[]::new))
                .bind("outbid", Columns.array(rows, BatchStatements::outbid, String[]::new))
                .fetch()
                .rowsUpdated()
                .map(inserted ->
                        inserted == rows.size() ? Written.STORED : Written.ALREADY_DECIDED);
    }

    Mono<Void> insertEventsAndStates() {
        return insertEvents().then(new StandingStatements(database, batch).write());
    }

    private Mono<Void> insertEvents() {
        record Row(UUID lot, SealedEvent event) {}
        List<Row> rows = new ArrayList<>();
        for (Decided decided : batch.decided()) {
            for (SealedEvent event : decided.publication().events()) {
                rows.add(new Row(decided.command().lot().value(), event));
            }
        }
        String insert =
                """
                insert into event (lot, version, type, body)
                select * from unnest(:lots, :versions, :types, :bodies)\
                """;
        return Columns.unlessEmpty(
                database,
                rows,
                insert,
                sql ->
                        sql.bind("lots", Columns.array(rows, Row::lot, UUID[]::new))
                                .bind(
                                        "versions",
                                        Columns.array(rows, r -> r.event().version(), Long[]::new))
                                .bind(
                                        "types",
                                        Columns.array(rows, r -> r.event().type(), String[]::new))
                                .bind(
                                        "bodies",
                                        Columns.array(
                                                rows, r -> r.event().bytes(), byte[][]::new)));
    }

    private static String outbid(Decided decided) {
        AccountId outbid = decided.publication().outbid();
        return outbid == null ? "" : outbid.value();
    }
}
