package io.gavel.settlement.salebook;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The history of all sales, in PostgreSQL. */
@Component
class Turns {

    /** One line of a sale's history. */
    record Past(int revision, Instant at, Turn.Cause cause, String state) {}

    private static final String ADD =
            """
            insert into sale_step (lot, revision, at, input_key, actor, what, note, state)
            select * from unnest(:lot::uuid[], :revision::integer[], :at::timestamptz[],
                :key::text[], :actor::text[], :what::text[], :note::text[], :state::text[])
            """;

    private static final String SELECT =
            "select revision, at, input_key, actor, what, note, state from sale_step"
                    + " where lot = :lot ";

    private final DatabaseClient database;

    Turns(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(List<Turn> turns) {
        Columns<Turn> columns = new Columns<>(turns);
        return database.sql(ADD)
                .bind("lot", columns.uuids(turn -> turn.lot().value()))
                .bind("revision", columns.integers(Turn::revision))
                .bind("at", columns.instants(Turn::at))
                .bind("key", columns.texts(turn -> turn.cause().key()))
                .bind("actor", columns.texts(turn -> turn.cause().actor()))
                .bind("what", columns.texts(turn -> turn.cause().what()))
                .bind("note", columns.texts(turn -> turn.cause().note()))
                .bind("state", columns.texts(turn -> turn.sale().state().word().word()))
                .then();
    }

    /** Oldest first. */
    Flux<Past> of(LotId lot) {
        return database.sql(SELECT + "order by revision")
                .bind("lot", lot.value())
                .map(Turns::past)
                .all();
    }

    /** The one that an input with this key brought about, if any did. */
    Mono<Past> by(LotId lot, String key) {
        return database.sql(SELECT + "and input_key = :key")
                .bind("lot", lot.value())
                .bind("key", key)
                .map(Turns::past)
                .one();
    }

    private static Past past(Readable row) {
        return new Past(
                column(row, "revision", Integer.class),
                column(row, "at", Instant.class),
                new Turn.Cause(
                        text(row, "input_key"),
                        text(row, "actor"),
                        text(row, "what"),
                        text(row, "note")),
                text(row, "state"));
    }

    private static String text(Readable row, String name) {
        return column(row, name, String.class);
    }
}
