package io.gavel.bidding.bids;

import static io.gavel.bidding.store.LotRow.bytes;

import io.gavel.contracts.command.CommandId;
import java.time.InstantSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of commands, in the exact bytes that were sent. */
@Repository
class Decisions {

    private final DatabaseClient database;
    private final InstantSource clock;

    Decisions(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The first decision on an account's command; the newest one should it have used the id on
     * several lots.
     */
    Mono<byte[]> one(CommandId id, String account) {
        String select =
                """
                select body from decision
                where command_id = :id and account = :account and not conflicting
                order by partition, record_offset desc limit 1\
                """;
        return database.sql(select)
                .bind("id", id.value())
                .bind("account", account)
                .map(row -> bytes(row, "body"))
                .one();
    }

    /** How an account stands on the lots it has bid on, those ending last first. */
    Flux<OwnBid> standings(String account, int limit) {
        return database.sql(OwnBid.SELECT)
                .bind("account", account)
                .bind("limit", limit)
                .map(row -> OwnBid.of(row, clock.instant()))
                .all();
    }
}
