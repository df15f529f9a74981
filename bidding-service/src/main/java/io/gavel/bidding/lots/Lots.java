package io.gavel.bidding.lots;

import static io.gavel.bidding.store.LotRow.bytes;

import io.gavel.bidding.access.Problems;
import io.gavel.bidding.paging.Cursor;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.lot.LotId;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The lots, as they are committed. */
@Repository
class Lots {

    private final DatabaseClient database;
    private final InstantSource clock;

    Lots(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<LotView> one(LotId id) {
        return database.sql(LotSql.ONE).bind("lot", id.value()).map(this::view).one();
    }

    /** A page, or 400 if there are more lots than can be sorted that way. */
    Mono<Page> page(LotQuery query) {
        return query.gathers()
                ? page(query, LotSql.gathering(query))
                        .onErrorResume(Lots::isTooMany, _ -> withoutGathering(query))
                : page(query, LotSql.walking(query));
    }

    private Mono<Page> withoutGathering(LotQuery query) {
        return query.mustGather() ? Mono.error(tooMany(query)) : page(query, LotSql.walking(query));
    }

    private Mono<Page> page(LotQuery query, LotSql sql) {
        return database.sql(sql.text())
                .bindValues(sql.values())
                .map(row -> found(row, query))
                .all()
                .collectList()
                .map(found -> Page.of(found, query));
    }

    Mono<Boolean> exists(LotId id) {
        return database.sql("select 1 from lot where lot = :lot")
                .bind("lot", id.value())
                .map(_ -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private Found found(Readable row, LotQuery query) {
        LotView view = view(row);
        return new Found(view, new Cursor(query.sort().kind().read(row, "key"), view.id()));
    }

    private LotView view(Readable row) {
        return LotView.of(LotRow.of(row), bytes(row, "newest"), clock.instant());
    }

    private static boolean isTooMany(Throwable error) {
        return error instanceof DataAccessException
                && error.getCause() instanceof R2dbcException cause
                && LotSql.TOO_MANY.equals(cause.getSqlState());
    }

    private static RuntimeException tooMany(LotQuery query) {
        return Problems.badRequest(
                "more than "
                        + LotSql.MOST_GATHERED
                        + " lots for sort "
                        + query.sort().word()
                        + ", currency, minPrice or maxPrice (expected: fewer, by q, status,"
                        + " seller, format, closesAfter or closesBefore)");
    }

    private record Found(LotView view, Cursor place) {}

    /**
     * A page of lots.
     *
     * @param cursor where the next page begins; null on the last one
     */
    record Page(List<LotView> items, @Nullable String cursor) {

        private static Page of(List<Found> found, LotQuery query) {
            boolean more = found.size() > query.limit();
            List<Found> shown = more ? found.subList(0, query.limit()) : found;
            return new Page(
                    shown.stream().map(Found::view).toList(),
                    more ? shown.getLast().place().text(query.sort().word()) : null);
        }
    }
}
