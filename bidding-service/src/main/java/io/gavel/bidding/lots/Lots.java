package io.gavel.bidding.lots;

import static io.gavel.bidding.store.LotRow.bytes;

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
            select l.lot, l.seller, l.listing, l.listed_at, l.version, l.head, l.state, e.body
            from lot l join event e on e.lot = l.lot and e.version = l.version
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    Lots(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<LotView> one(LotId id) {
        return database.sql(WITH_NEWEST_EVENT + "where l.lot = :lot")
                .bind("lot", id.value())
                .map(row -> LotView.of(LotRow.of(row), bytes(row, "body"), clock.instant()))
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
        return sql.map(row -> LotView.of(LotRow.of(row), bytes(row, "body"), clock.instant()))
                .all()
                .collectList();
    }

    /** The exact bytes of a lot's events behind a version, in order; nothing for an unknown lot. */
    Flux<byte[]> log(LotId id, long after, int limit) {
        return database.sql(
                        "select body from event where lot = :lot and version > :after order by"
                                + " version limit :limit")
                .bind("lot", id.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(row -> bytes(row, "body"))
                .all();
    }

    Mono<Boolean> exists(LotId id) {
        return database.sql("select 1 from lot where lot = :lot")
                .bind("lot", id.value())
                .map(_ -> true)
                .one()
                .defaultIfEmpty(false);
    }
}
