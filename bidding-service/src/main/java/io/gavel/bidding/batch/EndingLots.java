package io.gavel.bidding.batch;

import static io.gavel.bidding.store.LotRow.column;

import io.gavel.contracts.lot.LotId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lots whose end is near or over, and that have not closed.
 *
 * @param within how near
 */
record EndingLots(DatabaseClient database, Duration within) {

    private static final int PAGE = 1_000;

    /** More lots than this end elsewhere than within a few minutes. */
    private static final int MOST_PAGES = 100;

    private static final String SELECT =
            """
            select closes_at, lot from lot
            where status = :status and (closes_at, lot) > (:closesAt, :lot) and closes_at < :before
            order by closes_at, lot limit :limit\
            """;

    private record Row(Instant closesAt, UUID lot) {

        static final Row FIRST = new Row(Instant.EPOCH, new UUID(0, 0));
    }

    /** Open ones, then those that have not opened, in the order of their ends; page by page. */
    Flux<LotId> near(Instant now) {
        return Flux.just("open", "scheduled")
                .concatMap(status -> near(status, now.plus(within)))
                .map(row -> new LotId(row.lot()));
    }

    private Flux<Row> near(String status, Instant before) {
        return page(status, Row.FIRST, before)
                .expand(page ->
                        page.size() < PAGE ? Mono.empty() : page(status, page.getLast(), before))
                .take(MOST_PAGES)
                .concatMapIterable(page -> page, 1);
    }

    private Mono<List<Row>> page(String status, Row after, Instant before) {
        return database.sql(SELECT)
                .bind("status", status)
                .bind("closesAt", after.closesAt())
                .bind("lot", after.lot())
                .bind("before", before)
                .bind("limit", PAGE)
                .map(row ->
                        new Row(
                                column(row, "closes_at", Instant.class),
                                column(row, "lot", UUID.class)))
                .all()
                .collectList();
    }
}
