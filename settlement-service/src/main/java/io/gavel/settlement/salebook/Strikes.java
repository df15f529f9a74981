package io.gavel.settlement.salebook;

import io.gavel.settlement.database.Columns;
import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.standing.Standings;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who did not pay in time, in PostgreSQL. */
@Component
class Strikes {

    private record Row(Turn turn, Effect.Strike strike) {}

    private static final String ADD =
            """
            insert into strike (lot, revision, account, at)
            select * from unnest(:lot::uuid[], :revision::integer[], :account::text[],
                :at::timestamptz[])
            """;

    private final DatabaseClient database;
    private final Standings standings;

    Strikes(DatabaseClient database, Standings standings) {
        this.database = database;
        this.standings = standings;
    }

    /** Each may suspend its bidder. */
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
                .then()
                .thenMany(Flux.fromIterable(rows))
                .concatMap(row ->
                        standings.strike(
                                row.strike().account(),
                                row.turn().lot(),
                                row.turn().revision(),
                                row.turn().at()))
                .then();
    }
}
