package io.gavel.settlement.salebook;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.lot.LotId;
import io.r2dbc.spi.Readable;
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

    /** A sale with its place in the order, and why an operator should look at it. */
    record Placed(KeptSale sale, SaleQuery.Place place, @Nullable String attention) {}

    private static final String SELECT =
            KeptSale.SELECT.replace("select ", "select closed_at, " + Attention.WHY + ", ");

    private static final String PAGE =
            """
            and (:state::text is null or state = :state)
            and (:closedAt::timestamptz is null
                or (closed_at <= :closedAt and (closed_at < :closedAt or lot > :lot::uuid)))
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

    /** A page of sales. */
    Flux<Placed> page(SaleQuery query) {
        return bound(database.sql(text(query)), query).map(SaleReads::placed).all();
    }

    /** The statement for a page. */
    static String text(SaleQuery query) {
        return SELECT
                + "where "
                + whose(query.whose())
                + (query.attention() ? " and " + Attention.NEEDED : "")
                + "\n"
                + PAGE;
    }

    /** The statement with what it asks for. */
    static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient.GenericExecuteSpec statement, SaleQuery query) {
        DatabaseClient.GenericExecuteSpec asked = statement.bind("limit", query.limit());
        SaleQuery.Whose whose = query.whose();
        if (whose != null) {
            asked = asked.bind("account", whose.account());
        }
        String state = query.state();
        asked = state == null ? asked.bindNull("state", String.class) : asked.bind("state", state);
        SaleQuery.Place after = query.after();
        return after == null
                ? asked.bindNull("closedAt", Instant.class).bindNull("lot", UUID.class)
                : asked.bind("closedAt", after.closedAt()).bind("lot", after.lot().value());
    }

    private static String whose(SaleQuery.@Nullable Whose whose) {
        return whose == null
                ? "true"
                : switch (whose.role()) {
                    case BUYER -> "(buyer = :account or parties @> array[:account]::text[])";
                    case SELLER -> "seller = :account";
                    case EITHER ->
                            "(buyer = :account or seller = :account"
                                    + " or parties @> array[:account]::text[])";
                };
    }

    private static Placed placed(Readable row) {
        KeptSale sale = KeptSale.of(row);
        Instant closedAt = column(row, "closed_at", Instant.class);
        return new Placed(
                sale, new SaleQuery.Place(closedAt, sale.lot()), row.get("why", String.class));
    }
}
