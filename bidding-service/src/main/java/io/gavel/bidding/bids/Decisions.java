package io.gavel.bidding.bids;

import static io.gavel.bidding.store.LotRow.bytes;

import io.gavel.bidding.access.Problems;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.json.Json;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What became of commands, in the exact bytes that were sent. */
@Repository
public class Decisions {

    private final DatabaseClient database;

    Decisions(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The first decision on an account's command; the newest one should it have used the id on
     * several lots.
     */
    public Mono<byte[]> one(CommandId id, String account) {
        String select =
                """
                select substring(p.decisions from c.decision_at + 1 for c.decision_bytes) decision
                from command c join page p on p.partition = c.partition and p.first_offset = c.page
                where c.command_id = :id
                order by c.partition, c.page desc\
                """;
        return database.sql(select)
                .bind("id", id.value())
                .map(row -> bytes(row, "decision"))
                .all()
                .filter(decision ->
                        Json.read(decision, Decision.class).by().value().equals(account))
                .next();
    }

    /** Reads the id in a path; anything else is answered with 400. */
    public static CommandId commandId(String text) {
        try {
            return CommandId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("bid: " + e.getMessage());
        }
    }
}
