package io.gavel.bidding.receipts;

import static io.gavel.bidding.store.LotRow.bytes;
import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.store.Lines;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.lot.LotId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What a lot's log hashed to at each of its versions. */
@Repository
class ChainHeads {

    private final DatabaseClient database;

    ChainHeads(DatabaseClient database) {
        this.database = database;
    }

    /** The hash of a stored event's exact bytes; empty if the lot has no such version. */
    Mono<Sha256> at(LotId lot, long version) {
        String select =
                """
                select first_version, events from page
                where lot = :lot and last_version >= :version and first_version <= :version
                order by last_version, first_offset limit 1\
                """;
        return database.sql(select)
                .bind("lot", lot.value())
                .bind("version", version)
                .map(row -> {
                    int line = (int) (version - column(row, "first_version", Long.class));
                    return Sha256.of(Lines.of(bytes(row, "events")).get(line));
                })
                .one();
    }
}
