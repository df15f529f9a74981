package io.gavel.settlement.salebook;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.database.Columns;
import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.Effect;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Invoices, credit notes and statements, in PostgreSQL: numbered without holes, never changed. */
@Component
class Documents {

    /** A document to be issued. */
    private record Draft(Turn turn, DocumentKind kind, AccountId to, Demand demand) {}

    /**
     * A document that was issued.
     *
     * @param corrects the number of the invoice that a credit note takes back
     */
    record Issued(
            DocumentKind kind,
            long number,
            AccountId to,
            Instant at,
            @Nullable Long corrects,
            Demand demand) {}

    /**
     * The series' row stays locked until the transaction ends, and its number goes back with it: so
     * there are no holes.
     */
    private static final String ISSUE =
            """
            with taken as (
                update document_series set last = last + :count where series = :series
                returning last - :count as before)
            insert into document
                (series, number, lot, revision, account, issued_at, corrects, body)
            select :series, taken.before + draft.n, draft.lot, draft.revision, draft.account,
                draft.issued_at,
                case when :series = 'credit-note' then (
                    select max(number) from document d
                    where d.series = 'invoice' and d.lot = draft.lot and d.account = draft.account)
                end,
                draft.body
            from taken, unnest(:lot::uuid[], :revision::integer[], :account::text[],
                :issuedAt::timestamptz[], :body::text[])
              with ordinality as draft (lot, revision, account, issued_at, body, n)
            """;

    private static final String SELECT =
            "select series, number, account, issued_at, corrects, body from document"
                    + " where lot = :lot ";

    private final DatabaseClient database;

    Documents(DatabaseClient database) {
        this.database = database;
    }

    /** One series after the other, in the order of the kinds, as each locks a row. */
    Mono<Void> issue(List<Turn> turns) {
        List<Draft> drafts = turns.stream().flatMap(Documents::drafts).toList();
        return Flux.fromArray(DocumentKind.values())
                .concatMap(kind ->
                        issue(kind, drafts.stream().filter(draft -> draft.kind() == kind).toList()))
                .then();
    }

    private Mono<Void> issue(DocumentKind kind, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Mono.empty();
        }
        Columns<Draft> columns = new Columns<>(drafts);
        return database.sql(ISSUE)
                .bind("count", drafts.size())
                .bind("series", kind.series())
                .bind("lot", columns.uuids(draft -> draft.turn().lot().value()))
                .bind("revision", columns.integers(draft -> draft.turn().revision()))
                .bind("account", columns.texts(draft -> draft.to().value()))
                .bind("issuedAt", columns.instants(draft -> draft.turn().at()))
                .bind("body", columns.texts(draft -> StoredSale.writeDemand(draft.demand())))
                .then();
    }

    /** In the order in which they were issued. */
    Flux<Issued> of(LotId lot) {
        return database.sql(SELECT + "order by revision, series")
                .bind("lot", lot.value())
                .map(Documents::issued)
                .all();
    }

    Mono<Issued> find(LotId lot, DocumentKind kind, long number) {
        return database.sql(SELECT + "and series = :series and number = :number")
                .bind("lot", lot.value())
                .bind("series", kind.series())
                .bind("number", number)
                .map(Documents::issued)
                .one();
    }

    /** The one of this kind that the step of this revision brought. */
    Mono<Issued> at(LotId lot, int revision, DocumentKind kind) {
        return database.sql(SELECT + "and series = :series and revision = :revision")
                .bind("lot", lot.value())
                .bind("series", kind.series())
                .bind("revision", revision)
                .map(Documents::issued)
                .one();
    }

    private static Stream<Draft> drafts(Turn turn) {
        return turn.effects().stream().flatMap(effect -> draft(turn, effect));
    }

    private static Stream<Draft> draft(Turn turn, Effect effect) {
        return switch (effect) {
            case Effect.Invoice(Demand demand) ->
                    Stream.of(new Draft(turn, DocumentKind.INVOICE, demand.debtor(), demand));
            case Effect.CreditNote(Demand demand) ->
                    Stream.of(new Draft(turn, DocumentKind.CREDIT_NOTE, demand.debtor(), demand));
            case Effect.Statement(Demand demand) ->
                    Stream.of(
                            new Draft(
                                    turn,
                                    DocumentKind.STATEMENT,
                                    turn.sale().lot().seller(),
                                    demand));
            case Effect.Collect _,
                    Effect.Received _,
                    Effect.OwedBack _,
                    Effect.GiveBack _,
                    Effect.GivenBack _,
                    Effect.SeenTo _,
                    Effect.Strike _ ->
                    Stream.empty();
        };
    }

    private static Issued issued(Readable row) {
        return new Issued(
                DocumentKind.ofSeries(column(row, "series", String.class)),
                column(row, "number", Long.class),
                new AccountId(column(row, "account", String.class)),
                column(row, "issued_at", Instant.class),
                row.get("corrects", Long.class),
                StoredSale.readDemand(column(row, "body", String.class)));
    }
}
