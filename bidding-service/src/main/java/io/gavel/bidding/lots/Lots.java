package io.gavel.bidding.lots;

import static io.gavel.bidding.store.LotRow.bytes;
import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.store.Lines;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.lot.LotId;
import java.time.InstantSource;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lots and their logs, as they are committed. */
@Repository
class Lots {

    private static final String WITH_NEWEST_EVENT =
            """
            select l.lot, l.seller, l.listing, l.listed_at, l.version, l.head, l.state, e.newest
            from lot l cross join lateral (
                select substring(p.events from octet_length(p.events) - p.newest_bytes + 1) newest
                from page p where p.lot = l.lot and p.last_version = l.version
                order by p.first_offset limit 1) e
            """;

    private static final int PAGES_AT_ONCE = 4;

    private final DatabaseClient database;
    private final InstantSource clock;

    Lots(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<LotView> one(LotId id) {
        return database.sql(WITH_NEWEST_EVENT + "where l.lot = :lot")
                .bind("lot", id.value())
                .map(row -> LotView.of(LotRow.of(row), bytes(row, "newest"), clock.instant()))
                .one();
    }

    Mono<List<LotView>> page(LotQuery query) {
        String where =
                "where (l.closes_at, l.lot) > (:closesAt, :lot)"
                        + (query.status() == null ? "" : " and l.status = :status")
                        + (query.seller() == null ? "" : " and l.seller = :seller")
                        + " order by l.closes_at, l.lot limit :limit";
        var sql =
                database.sql(WITH_NEWEST_EVENT + where)
                        .bind("closesAt", query.after().closesAt())
                        .bind("lot", query.after().lot().value())
                        .bind("limit", query.limit());
        if (query.status() != null) {
            sql = sql.bind("status", query.status());
        }
        if (query.seller() != null) {
            sql = sql.bind("seller", query.seller());
        }
        return sql.map(row -> LotView.of(LotRow.of(row), bytes(row, "newest"), clock.instant()))
                .all()
                .collectList();
    }

    /** The exact bytes of a lot's events behind a version, in order; nothing for an unknown lot. */
    Flux<byte[]> log(LotId id, long after, int limit) {
        String select =
                """
                select first_version, events from page
                where lot = :lot and last_version > :after and first_version <= last_version
                order by last_version, first_offset limit :limit\
                """;
        return database.sql(select)
                .filter(statement -> statement.fetchSize(PAGES_AT_ONCE))
                .bind("lot", id.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(row ->
                        behind(
                                after,
                                column(row, "first_version", Long.class),
                                Lines.of(bytes(row, "events"))))
                .all()
                .concatMapIterable(lines -> lines, 1)
                .take(limit);
    }

    private static List<byte[]> behind(long after, long firstVersion, List<byte[]> events) {
        long known = Math.max(0, after - firstVersion + 1);
        return events.subList((int) known, events.size());
    }

    Mono<Boolean> exists(LotId id) {
        return database.sql("select 1 from lot where lot = :lot")
                .bind("lot", id.value())
                .map(_ -> true)
                .one()
                .defaultIfEmpty(false);
    }
}
