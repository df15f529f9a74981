package io.gavel.settlement.closing;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.database.Columns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The timers of all lots, in PostgreSQL; shared by all replicas. */
@Component
class Closings {

    private static final String RECORD =
            """
            insert into closing as known (
                lot, version, status, closes_at, next_attempt_at, seller, title, currency, opens_at,
                closed_version, closed_at, outcome, hammer, winner, reserve, reserve_met_price)
            select lot, version, status, closes_at, alarm(status, opens_at, closes_at),
                seller, title, currency, opens_at,
                closed_version, closed_at, outcome, hammer, winner, reserve, reserve_met_price
            from unnest(
                :lot::uuid[], :version::bigint[], :status::text[], :closesAt::timestamptz[],
                :seller::text[], :title::text[], :currency::text[], :opensAt::timestamptz[],
                :closedVersion::bigint[], :closedAt::timestamptz[], :outcome::text[],
                :hammer::bigint[], :winner::integer[], :reserve::text[],
                :reserveMetPrice::bigint[])
              as news (
                lot, version, status, closes_at, seller, title, currency, opens_at,
                closed_version, closed_at, outcome, hammer, winner, reserve, reserve_met_price)
            on conflict (lot) do update set
                version = greatest(known.version, excluded.version),
                status = case when excluded.version > known.version
                    then excluded.status else known.status end,
                closes_at = case when excluded.version > known.version
                    then excluded.closes_at else known.closes_at end,
                next_attempt_at = case
                    when excluded.version > known.version
                        and (excluded.status, excluded.closes_at)
                            is distinct from (known.status, known.closes_at)
                    then alarm(excluded.status, coalesce(known.opens_at, excluded.opens_at),
                        excluded.closes_at)
                    else known.next_attempt_at end,
                attempts = case
                    when excluded.version > known.version
                        and (excluded.status, excluded.closes_at)
                            is distinct from (known.status, known.closes_at)
                    then 0 else known.attempts end,
                seller = coalesce(known.seller, excluded.seller),
                title = coalesce(known.title, excluded.title),
                currency = coalesce(known.currency, excluded.currency),
                opens_at = coalesce(known.opens_at, excluded.opens_at),
                closed_version = coalesce(known.closed_version, excluded.closed_version),
                closed_at = coalesce(known.closed_at, excluded.closed_at),
                outcome = coalesce(known.outcome, excluded.outcome),
                hammer = coalesce(known.hammer, excluded.hammer),
                winner = coalesce(known.winner, excluded.winner),
                reserve = coalesce(known.reserve, excluded.reserve),
                reserve_met_price =
                    coalesce(known.reserve_met_price, excluded.reserve_met_price)
            """;

    private static final String TAKE_DUE =
            """
            with due as materialized (
                select lot from closing
                where next_attempt_at <= :now
                order by next_attempt_at
                limit :batch
                for update skip locked)
            update closing
            set attempts = attempts + 1,
                next_attempt_at = :now::timestamptz + interval '1 millisecond'
                    * least(:firstMillis * power(2, least(attempts, 30)), :mostMillis)
            from due
            where closing.lot = due.lot
            returning closing.lot
            """;

    /** What was called due comes up again within {@code :until}, so that an index finds it. */
    private static final String OVERDUE =
            """
            select count(*) as lots, min(alarm(status, opens_at, closes_at)) as since
            from (
                select status, opens_at, closes_at from closing
                where next_attempt_at <= :until and (attempts > 0 or next_attempt_at <= :now)
                limit 10000) as due
            """;

    private final DatabaseClient database;

    Closings(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Takes in what events say; the newest version of each lot wins, whatever came before. A lot
     * whose status or end changed gets a new alarm, a paused or closed lot none.
     *
     * @param news one for each lot, sorted
     */
    Mono<Void> record(List<LotNews> news) {
        if (news.isEmpty()) {
            return Mono.empty();
        }
        Columns<LotNews> columns = new Columns<>(news);
        return database.sql(RECORD)
                .bind("lot", columns.uuids(each -> each.lot().value()))
                .bind("version", columns.longs(LotNews::version))
                .bind("status", columns.texts(each -> each.status().word()))
                .bind("closesAt", columns.instants(LotNews::closesAt))
                .bind("seller", columns.texts(LotNews::seller))
                .bind("title", columns.texts(LotNews::title))
                .bind("currency", columns.texts(LotNews::currency))
                .bind("opensAt", columns.instants(LotNews::opensAt))
                .bind("closedVersion", columns.longs(LotNews::closedVersion))
                .bind("closedAt", columns.instants(LotNews::closedAt))
                .bind("outcome", columns.texts(LotNews::outcome))
                .bind("hammer", columns.longs(LotNews::hammer))
                .bind("winner", columns.integers(LotNews::winner))
                .bind("reserve", columns.texts(LotNews::reserve))
                .bind("reserveMetPrice", columns.longs(LotNews::reserveMetPrice))
                .then();
    }

    /**
     * Takes lots that are due and sets the alarm of each anew: after the given time, twice as long
     * with each attempt. Lots that another replica takes at this moment are left to it.
     */
    Mono<List<LotId>> takeDue(Instant now, int batch, Duration first, Duration most) {
        return database.sql(TAKE_DUE)
                .bind("now", now)
                .bind("batch", batch)
                .bind("firstMillis", first.toMillis())
                .bind("mostMillis", most.toMillis())
                .map(row -> new LotId(row.get("lot", UUID.class)))
                .all()
                .collectList();
    }

    /**
     * The lots whose time has come and that were not seen opened or closed yet.
     *
     * @param lots how many, up to ten thousand
     * @param since when the time of the first of them had come
     */
    record Overdue(long lots, @Nullable Instant since) {}

    /**
     * What is overdue.
     *
     * @param most the longest time between two close-dues of a lot
     */
    Mono<Overdue> overdue(Instant now, Duration most) {
        return database.sql(OVERDUE)
                .bind("now", now)
                .bind("until", now.plus(most))
                .map(row ->
                        new Overdue(
                                Columns.column(row, "lots", Long.class),
                                row.get("since", Instant.class)))
                .one();
    }
}
