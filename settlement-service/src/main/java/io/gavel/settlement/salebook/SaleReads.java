package io.gavel.settlement.salebook;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.lot.LotId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sales as people look for them. */
@Component
class SaleReads {

    /** Where a page ended. */
    record Place(Instant closedAt, LotId lot) {}

    /** A sale with its place in the order. */
    record Placed(KeptSale sale, Place place) {}

    private static final String OF_ACCOUNT =
            KeptSale.SELECT
                    + """
                    where buyer = :account or seller = :account or parties @> array[:account]::text[]
                    order by closed_at desc, lot
                    limit :limit
                    """;

    private static final String IN_STATE =
            KeptSale.SELECT.replace("select ", "select closed_at, ")
                    + """
                    where (:state::text is null or state = :state)
                        and (:closedAt::timestamptz is null
                            or closed_at < :closedAt
                            or (closed_at = :closedAt and lot > :lot::uuid))
                    order by closed_at desc, lot
                    limit :limit
                    """;

    private final DatabaseClient database;

    SaleReads(DatabaseClient database) {
        this.database = database;
    }

    Mono<KeptSale> find(LotId lot) {
        return database.sql(KeptSale.SELECT + "where lot = :lot")
                .bind("lot", lot.value())
                .map(KeptSale::of)
                .one();
    }

    /** The newest sales in which the account bought or sold, or was offered the lot. */
    Flux<KeptSale> of(String account, int limit) {
        return database.sql(OF_ACCOUNT)
                .bind("account", account)
                .bind("limit", limit)
                .map(KeptSale::of)
                .all();
    }

    /**
     * Sales, newest first.
     *
     * @param state only those in it; null for all
     * @param after where the page before ended; null for the first
     */
    Flux<Placed> inState(@Nullable String state, @Nullable Place after, int limit) {
        DatabaseClient.GenericExecuteSpec asked = database.sql(IN_STATE).bind("limit", limit);
        asked = state == null ? asked.bindNull("state", String.class) : asked.bind("state", state);
        asked =
                after == null
                        ? asked.bindNull("closedAt", Instant.class).bindNull("lot", UUID.class)
                        : asked.bind("closedAt", after.closedAt()).bind("lot", after.lot().value());
        return asked.map(
                        row -> {
                            KeptSale sale = KeptSale.of(row);
                            Instant closedAt = requireNonNull(row.get("closed_at", Instant.class));
                            return new Placed(sale, new Place(closedAt, sale.lot()));
                        })
                .all();
    }
}
