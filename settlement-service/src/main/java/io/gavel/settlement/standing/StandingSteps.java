package io.gavel.settlement.standing;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.lot.AccountId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What changed how bidders stand, in PostgreSQL. */
@Component
public class StandingSteps {

    /**
     * One change.
     *
     * @param actor an account, or {@code settlement}
     * @param note the lot that was not paid, or the operator's reason
     * @param suspended after it
     */
    public record Past(
            long version, Instant at, String actor, String what, String note, boolean suspended) {

        boolean isAs(String actor, Ruling ruling, String reason) {
            return this.actor.equals(actor) && what.equals(ruling.word()) && note.equals(reason);
        }
    }

    private static final String SELECT =
            "select version, at, actor, what, note, suspended from standing_step"
                    + " where account = :account ";

    private static final String ADD =
            """
            insert into standing_step
            values (:account, :version, :at, :key, :actor, :what, :note, :suspended)
            """;

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    StandingSteps(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(
            BidderStanding after,
            String key,
            String actor,
            Ruling ruling,
            String reason,
            Instant at) {
        return database.sql(ADD)
                .bind("account", after.account().value())
                .bind("version", after.version())
                .bind("at", at)
                .bind("key", key)
                .bind("actor", actor)
                .bind("what", ruling.word())
                .bind("note", reason)
                .bind("suspended", after.suspended())
                .then();
    }

    /** The newest 1,000, newest first. */
    public Flux<Past> of(AccountId account) {
        return database.sql(SELECT + "order by version desc limit " + MOST)
                .bind("account", account.value())
                .map(StandingSteps::past)
                .all();
    }

    Mono<Past> by(AccountId account, String key) {
        return database.sql(SELECT + "and input_key = :key")
                .bind("account", account.value())
                .bind("key", key)
                .map(StandingSteps::past)
                .one();
    }

    private static Past past(Readable row) {
        return new Past(
                column(row, "version", Long.class),
                column(row, "at", Instant.class),
                column(row, "actor", String.class),
                column(row, "what", String.class),
                column(row, "note", String.class),
                column(row, "suspended", Boolean.class));
    }
}
