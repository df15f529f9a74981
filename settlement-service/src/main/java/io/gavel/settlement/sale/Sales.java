package io.gavel.settlement.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.sale.Sale;
import io.gavel.settlement.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All sales, in PostgreSQL: one per lot for ever, with the exact bytes that are published. */
@Component
class Sales {

    /** A sale as it is kept; {@code buyer} and {@code seller} say who may see it. */
    record Kept(LotId lot, @Nullable String buyer, String seller, byte[] bytes) {
        boolean concerns(String account) {
            return account.equals(buyer) || account.equals(seller);
        }
    }

    private static final String ADD =
            """
            insert into sale (lot, state, buyer, seller, closed_at, body)
            select * from unnest(:lot::uuid[], :state::text[], :buyer::text[], :seller::text[],
                :closedAt::timestamptz[], :body::text[])
            on conflict (lot) do nothing
            returning lot
            """;

    private static final String SELECT = "select lot, buyer, seller, body from sale ";

    private static final String UNPUBLISHED =
            SELECT
                    + """
                    where published_at is null
                    order by closed_at
                    limit :batch
                    for update skip locked
                    """;

    private static final String OF_ACCOUNT =
            SELECT
                    + """
                    where buyer = :account or seller = :account
                    order by closed_at desc, lot
                    limit :limit
                    """;

    private final DatabaseClient database;

    Sales(DatabaseClient database) {
        this.database = database;
    }

    /** Adds sales; gives the lots that had none before. */
    Flux<LotId> add(List<Sale> sales) {
        Columns<Sale> columns = new Columns<>(sales);
        return database.sql(ADD)
                .bind("lot", columns.uuids(sale -> sale.lot().value()))
                .bind("state", columns.texts(sale -> sale.state().word()))
                .bind("buyer", columns.texts(Sales::buyer))
                .bind("seller", columns.texts(sale -> sale.seller().value()))
                .bind("closedAt", columns.instants(Sale::at))
                .bind("body", columns.texts(sale -> new String(Json.bytes(sale), UTF_8)))
                .map(Sales::lot)
                .all();
    }

    /**
     * The oldest sales that are not marked published. They stay locked until the transaction ends,
     * and other replicas pass them over.
     */
    Mono<List<Kept>> lockUnpublished(int batch) {
        return database.sql(UNPUBLISHED).bind("batch", batch).map(Sales::kept).all().collectList();
    }

    Mono<Void> markPublished(List<Kept> sales, Instant at) {
        return database.sql("update sale set published_at = :at where lot = any(:lots::uuid[])")
                .bind("at", at)
                .bind("lots", new Columns<>(sales).uuids(sale -> sale.lot().value()))
                .then();
    }

    Mono<Kept> find(LotId lot) {
        return database.sql(SELECT + "where lot = :lot")
                .bind("lot", lot.value())
                .map(Sales::kept)
                .one();
    }

    /** The newest sales in which the account bought or sold. */
    Flux<Kept> of(String account, int limit) {
        return database.sql(OF_ACCOUNT)
                .bind("account", account)
                .bind("limit", limit)
                .map(Sales::kept)
                .all();
    }

    private static @Nullable String buyer(Sale sale) {
        return sale.buyer() == null ? null : sale.buyer().value();
    }

    private static Kept kept(Readable row) {
        return new Kept(
                lot(row),
                row.get("buyer", String.class),
                requireNonNull(row.get("seller", String.class)),
                requireNonNull(row.get("body", String.class)).getBytes(UTF_8));
    }

    private static LotId lot(Readable row) {
        return new LotId(requireNonNull(row.get("lot", UUID.class)));
    }
}
