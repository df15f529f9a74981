package io.gavel.settlement.salebook;

import static io.gavel.settlement.database.Columns.column;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.settlement.database.Columns;
import io.gavel.settlement.publishing.Unpublished;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All sales, in PostgreSQL: one per lot for ever, with the exact bytes that are published. */
@Component
class Sales implements Unpublished<KeptSale> {

    /** A sale whose deadline has passed, as of this revision. */
    record Due(LotId lot, int revision) {}

    private static final String ADD =
            """
            insert into sale (lot, state, buyer, seller, closed_at, body, detail, deadline_at,
                parties)
            select lot, state, buyer, seller, closed_at, body, detail, deadline_at,
                case when buyer is null then '{}' else array[buyer] end
            from unnest(:lot::uuid[], :state::text[], :buyer::text[], :seller::text[],
                :closedAt::timestamptz[], :body::text[], :detail::text[],
                :deadlineAt::timestamptz[])
              as news (lot, state, buyer, seller, closed_at, body, detail, deadline_at)
            on conflict (lot) do nothing
            returning lot
            """;

    private static final String MOVE =
            """
            update sale set state = :state, buyer = :buyer, body = :body, detail = :detail,
                deadline_at = :deadlineAt, parties = :parties, revision = :revision,
                published_at = null
            where lot = :lot and revision = :revision - 1
            """;

    private static final String DUE =
            """
            select lot, revision from sale
            where deadline_at <= :now
            order by deadline_at
            limit :batch
            """;

    private static final String UNPUBLISHED =
            KeptSale.SELECT
                    + """
                    where published_at is null
                    order by closed_at
                    limit :batch
                    for update skip locked
                    """;

    private final DatabaseClient database;

    Sales(DatabaseClient database) {
        this.database = database;
    }

    /** Adds sales; gives the lots that had none before. */
    Flux<LotId> add(List<LotSale> sales) {
        Columns<LotSale> columns = new Columns<>(sales);
        return database.sql(ADD)
                .bind("lot", columns.uuids(sale -> sale.lot().id().value()))
                .bind("state", columns.texts(Sales::state))
                .bind("buyer", columns.texts(Sales::buyer))
                .bind("seller", columns.texts(sale -> sale.lot().seller().value()))
                .bind("closedAt", columns.instants(sale -> sale.lot().closedAt()))
                .bind("body", columns.texts(Sales::body))
                .bind("detail", columns.texts(StoredSale::write))
                .bind("deadlineAt", columns.instants(Sales::deadline))
                .map(row -> new LotId(column(row, "lot", UUID.class)))
                .all();
    }

    /** The sale; nobody else can move or publish it until the transaction ends. */
    Mono<KeptSale> lock(LotId lot) {
        return database.sql(KeptSale.SELECT + "where lot = :lot for update")
                .bind("lot", lot.value())
                .map(KeptSale::of)
                .one();
    }

    /**
     * Writes the next revision of a locked sale, to be published again.
     *
     * @throws IllegalStateException in the answer, if it is not the next
     */
    Mono<Void> move(LotSale sale, int revision) {
        String buyer = buyer(sale);
        Instant deadline = deadline(sale);
        DatabaseClient.GenericExecuteSpec update =
                database.sql(MOVE)
                        .bind("lot", sale.lot().id().value())
                        .bind("state", state(sale))
                        .bind("body", body(sale))
                        .bind("detail", StoredSale.write(sale))
                        .bind("parties", parties(sale))
                        .bind("revision", revision);
        update =
                buyer == null
                        ? update.bindNull("buyer", String.class)
                        : update.bind("buyer", buyer);
        update =
                deadline == null
                        ? update.bindNull("deadlineAt", Instant.class)
                        : update.bind("deadlineAt", deadline);
        return update.fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(
                        Mono.error(() ->
                                new IllegalStateException(
                                        "sale of lot "
                                                + sale.lot().id()
                                                + ": revision "
                                                + revision
                                                + " (expected: the next)")))
                .then();
    }

    /** Sales at whose state something happens by itself now, the longest overdue first. */
    Mono<List<Due>> due(Instant now, int batch) {
        return database.sql(DUE)
                .bind("now", now)
                .bind("batch", batch)
                .map(row ->
                        new Due(
                                new LotId(column(row, "lot", UUID.class)),
                                column(row, "revision", Integer.class)))
                .all()
                .collectList();
    }

    /**
     * The oldest sales that are not marked published. They stay locked until the transaction ends,
     * and other replicas pass them over.
     */
    @Override
    public Mono<List<KeptSale>> lockUnpublished(int batch) {
        return database.sql(UNPUBLISHED).bind("batch", batch).map(KeptSale::of).all().collectList();
    }

    @Override
    public ProducerRecord<byte[], byte[]> message(KeptSale sale) {
        return new ProducerRecord<>(
                Topics.Names.SALES, sale.lot().toString().getBytes(UTF_8), sale.bytes());
    }

    @Override
    public Mono<Void> markPublished(List<KeptSale> sales, Instant at) {
        return database.sql("update sale set published_at = :at where lot = any(:lots::uuid[])")
                .bind("at", at)
                .bind("lots", new Columns<>(sales).uuids(sale -> sale.lot().value()))
                .then();
    }

    private static String state(LotSale sale) {
        return sale.state().word().word();
    }

    private static @Nullable String buyer(LotSale sale) {
        AccountId buyer = sale.message().buyer();
        return buyer == null ? null : buyer.value();
    }

    private static String body(LotSale sale) {
        return new String(Json.bytes(sale.message()), UTF_8);
    }

    private static @Nullable Instant deadline(LotSale sale) {
        return sale.state() instanceof State.Timed timed ? timed.deadline() : null;
    }

    private static String[] parties(LotSale sale) {
        return sale.asked().stream().map(AccountId::value).toArray(String[]::new);
    }
}
