package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.json.Instants;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** The part of a batch's statements that keeps what is true after it: lots and bidders. */
final class StandingStatements {

    private final DatabaseClient database;
    private final Batch batch;

    StandingStatements(DatabaseClient database, Batch batch) {
        this.database = database;
        this.batch = batch;
    }

    Mono<Void> write() {
        return insertLots().then(updateLots()).then(upsertBidders());
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
        return Columns.unlessEmpty(
                database,
                rows,
                insert,
                sql ->
                        bindState(sql, rows)
                                .bind(
                                        "sellers",
                                        Columns.array(
                                                rows,
                                                r -> listed(r).terms().seller().value(),
                                                String[]::new))
                                .bind(
                                        "listings",
                                        Columns.array(
                                                rows,
                                                r -> LotRow.listing(listed(r)),
                                                byte[][]::new))
                                .bind(
                                        "listedAt",
                                        Columns.array(rows, r -> listedAt(r), String[]::new)));
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
        return Columns.unlessEmpty(database, rows, update, sql -> bindState(sql, rows));
    }

    private Mono<Void> upsertBidders() {
        var rows = List.copyOf(batch.bidders().entrySet());
        String upsert =
                """
                insert into bidder (lot, account, paddle, highest)
                select * from unnest(:lots, :accounts, :paddles, :highest)
                on conflict (lot, account) do update set highest = excluded.highest\
                """;
        return Columns.unlessEmpty(
                database,
                rows,
                upsert,
                sql ->
                        sql.bind(
                                        "lots",
                                        Columns.array(
                                                rows, r -> r.getKey().lot().value(), UUID[]::new))
                                .bind(
                                        "accounts",
                                        Columns.array(
                                                rows,
                                                r -> r.getKey().account().value(),
                                                String[]::new))
                                .bind(
                                        "paddles",
                                        Columns.array(
                                                rows,
                                                r -> r.getValue().paddle().number(),
                                                Integer[]::new))
                                .bind(
                                        "highest",
                                        Columns.array(
                                                rows,
                                                r -> r.getValue().max().minor(),
                                                Long[]::new)));
    }

    private static GenericExecuteSpec bindState(GenericExecuteSpec sql, List<LotEntry> rows) {
        return sql.bind("lots", Columns.array(rows, r -> r.id().value(), UUID[]::new))
                .bind(
                        "statuses",
                        Columns.array(rows, r -> listed(r).status().word(), String[]::new))
                .bind(
                        "closesAt",
                        Columns.array(
                                rows, r -> Instants.format(listed(r).closesAt()), String[]::new))
                .bind("versions", Columns.array(rows, r -> r.head().version(), Long[]::new))
                .bind("heads", Columns.array(rows, r -> r.head().hash().hex(), String[]::new))
                .bind("states", Columns.array(rows, r -> LotRow.state(listed(r)), byte[][]::new));
    }

    private String listedAt(LotEntry entry) {
        return Instants.format(Objects.requireNonNull(batch.listed().get(entry.id())));
    }

    private static Lot.Listed listed(LotEntry entry) {
        return (Lot.Listed) entry.lot();
    }
}
