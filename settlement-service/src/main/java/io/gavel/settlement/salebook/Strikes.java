package io.gavel.settlement.salebook;

import static java.util.Objects.requireNonNull;

import io.gavel.settlement.database.Columns;
import io.gavel.settlement.sale.Effect;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who did not pay in time, in PostgreSQL. */
@Component
class Strikes {

    /** An account's strikes. */
    record Struck(String account, long strikes, Instant last) {}

    private record Row(Turn turn, Effect.Strike strike) {}

    private static final String ADD =
            """
            insert into strike (lot, revision, account, at)
            select * from unnest(:lot::uuid[], :revision::integer[], :account::text[],
                :at::timestamptz[])
            """;

    private static final String MOST =
            """
            select account, count(*) as strikes, max(at) as last from strike
            group by account
            order by strikes desc, last desc, account
            limit :limit
            """;

    private final DatabaseClient database;

    Strikes(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(List<Turn> turns) {
        List<Row> rows =
                turns.stream()
                        .flatMap(turn ->
                                turn.effects().stream()
                                        .filter(Effect.Strike.class::isInstance)
                                        .map(Effect.Strike.class::cast)
                                        .map(strike -> new Row(turn, strike)))
                        .toList();
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        Columns<Row> columns = new Columns<>(rows);
        return database.sql(ADD)
                .bind("lot", columns.uuids(row -> row.turn().lot().value()))
                .bind("revision", columns.integers(row -> row.turn().revision()))
                .bind("account", columns.texts(row -> row.strike().account().value()))
                .bind("at", columns.instants(row -> row.turn().at()))
                .then();
    }

    /** Who has most of them first. */
    Flux<Struck> most(int limit) {
        return database.sql(MOST)
                .bind("limit", limit)
                .map(row ->
                        new Struck(
                                requireNonNull(row.get("account", String.class)),
                                requireNonNull(row.get("strikes", Long.class)),
                                requireNonNull(row.get("last", Instant.class))))
                .all();
    }
}
