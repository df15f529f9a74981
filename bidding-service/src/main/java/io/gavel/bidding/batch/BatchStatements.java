package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.batch.BatchStore.Written;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.SealedEvent;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.lot.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
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
                .bind("partitions", array(moves, Map.Entry::getKey, Integer[]::new))
                .bind("started", array(moves, m -> m.getValue().from().nextOffset(), Long[]::new))
                .bind("reached", array(moves, m -> m.getValue().to().nextOffset(), Long[]::new))
                .bind(
                        "clocks",
                        array(
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
                .bind("partitions", array(rows, d -> d.record().partition(), Integer[]::new))
                .bind("offsets", array(rows, d -> d.record().offset(), Long[]::new))
                .bind("lots", array(rows, d -> d.command().lot().value(), UUID[]::new))
                .bind("ids", array(rows, d -> d.command().id().value(), UUID[]::new))
                .bind("accounts", array(rows, d -> d.command().by().value(), String[]::new))
                .bind("conflicting", array(rows, Decided::conflicting, Boolean[]::new))
                .bind("commands", array(rows, d -> d.record().value(), byte[][]::new))
                .bind("bodies", array(rows, d -> d.publication().decision(), byte[][]::new))
                .bind("first", array(rows, Decided::firstVersion, Long[]::new))
                .bind("last", array(rows, Decided::lastVersion, Long[]::new))
                .bind("outbid", array(rows, BatchStatements::outbid, String[]::new))
                .fetch()
                .rowsUpdated()
                .map(inserted ->
                        inserted == rows.size() ? Written.STORED : Written.ALREADY_DECIDED);
    }

    Mono<Void> insertEventsAndStates() {
        return insertEvents().then(insertLots()).then(updateLots()).then(upsertBidders());
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
        return unlessEmpty(
                rows,
                insert,
                sql ->
                        sql.bind("lots", array(rows, Row::lot, UUID[]::new))
                                .bind(
                                        "versions",
                                        array(rows, r -> r.event().version(), Long[]::new))
                                .bind("types", array(rows, r -> r.event().type(), String[]::new))
                                .bind(
                                        "bodies",
                                        array(rows, r -> r.event().bytes(), byte[][]::new)));
    }

    private Mono<Void> insertLots() {
        List<LotEntry> rows =
                batch.lots().values().stream()
                        .filter(entry -> batch.listed().containsKey(entry.id()))
                        .toList();
        String insert =
                """
                insert into lot (lot, seller, listing, listed_at, status, closes_at, version, head, state)
                select l, s, g, a::timestamptz, u, c::timestamptz, v, h, t
                from unnest(:lots, :sellers, :listings, :listedAt, :statuses, :closesAt, :versions, :heads, :states)
                    n (l, s, g, a, u, c, v, h, t)\
                """;
        return unlessEmpty(
                rows,
                insert,
                sql ->
                        bindState(sql, rows)
                                .bind(
                                        "sellers",
                                        array(
                                                rows,
                                                r -> listed(r).terms().seller().value(),
                                                String[]::new))
                                .bind(
                                        "listings",
                                        array(rows, r -> LotRow.listing(listed(r)), byte[][]::new))
                                .bind("listedAt", array(rows, r -> listedAt(r), String[]::new)));
    }

    private Mono<Void> updateLots() {
        List<LotEntry> rows =
                batch.lots().values().stream()
                        .filter(entry -> !batch.listed().containsKey(entry.id()))
                        .toList();
        String update =
                """
                update lot set status = n.status, closes_at = n.closes_at::timestamptz, version = n.version,
                    head = n.head, state = n.state
                from unnest(:lots, :statuses, :closesAt, :versions, :heads, :states)
                    n (lot, status, closes_at, version, head, state)
                where lot.lot = n.lot\
                """;
        return unlessEmpty(rows, update, sql -> bindState(sql, rows));
    }

    private Mono<Void> upsertBidders() {
        var rows = List.copyOf(batch.bidders().entrySet());
        String upsert =
                """
                insert into bidder (lot, account, paddle, highest)
                select * from unnest(:lots, :accounts, :paddles, :highest)
                on conflict (lot, account) do update set highest = excluded.highest\
                """;
        return unlessEmpty(
                rows,
                upsert,
                sql ->
                        sql.bind("lots", array(rows, r -> r.getKey().lot().value(), UUID[]::new))
                                .bind(
                                        "accounts",
                                        array(
                                                rows,
                                                r -> r.getKey().account().value(),
                                                String[]::new))
                                .bind(
                                        "paddles",
                                        array(
                                                rows,
                                                r -> r.getValue().paddle().number(),
                                                Integer[]::new))
                                .bind(
                                        "highest",
                                        array(
                                                rows,
                                                r -> r.getValue().highest().minor(),
                                                Long[]::new)));
    }

    private static GenericExecuteSpec bindState(GenericExecuteSpec sql, List<LotEntry> rows) {
        return sql.bind("lots", array(rows, r -> r.id().value(), UUID[]::new))
                .bind(
                        "statuses",
                        array(rows, r -> listed(r).publicState().status().word(), String[]::new))
                .bind(
                        "closesAt",
                        array(
                                rows,
                                r -> Instants.format(listed(r).publicState().closesAt()),
                                String[]::new))
                .bind("versions", array(rows, r -> r.head().version(), Long[]::new))
                .bind("heads", array(rows, r -> r.head().hash().hex(), String[]::new))
                .bind("states", array(rows, r -> LotRow.state(listed(r)), byte[][]::new));
    }

    private Mono<Void> unlessEmpty(
            List<?> rows,
            String statement,
            Function<GenericExecuteSpec, GenericExecuteSpec> binding) {
        return rows.isEmpty() ? Mono.empty() : binding.apply(database.sql(statement)).then();
    }

    private String listedAt(LotEntry entry) {
        return Instants.format(Objects.requireNonNull(batch.listed().get(entry.id())));
    }

    private static Lot.Listed listed(LotEntry entry) {
        return (Lot.Listed) entry.lot();
    }

    private static String outbid(Decided decided) {
        AccountId outbid = decided.publication().outbid();
        return outbid == null ? "" : outbid.value();
    }

    private static <R, C> C[] array(List<R> rows, Function<R, C> column, IntFunction<C[]> arrays) {
        return rows.stream().map(column).toArray(arrays);
    }
}
