package io.gavel.settlement.payment.collecting;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.database.Columns;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import io.gavel.settlement.payment.Sum;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All payments that were ever asked for, in PostgreSQL: one for each key. */
@Component
public class Payments {

    private static final String COLUMNS =
            " key, lot, payer, amount, currency, refund_of, charge_id, state, looks, next_look_at ";

    private static final String ASK =
            """
            insert into payment (key, lot, payer, amount, currency, state, asked_at, next_look_at)
            select key, lot, payer, amount, currency, 'open', :now, :now
            from unnest(:key::text[], :lot::uuid[], :payer::text[], :amount::bigint[],
                :currency::text[]) as asked (key, lot, payer, amount, currency)
            on conflict (key) do nothing
            """;

    private static final String LEASE =
            """
            update payment set looks = looks + 1, next_look_at = :until
            where key in (
                select key from payment
                where next_look_at <= :now
                order by next_look_at
                limit :most
                for update skip locked)
            returning
            """
                    + COLUMNS;

    /** Only where nothing has pointed to the payment since it was leased. */
    private static final String AGAIN =
            "update payment set next_look_at = :at where key = :key and next_look_at = :leased";

    private static final String REST =
            "update payment set next_look_at = null where key = :key and next_look_at = :leased";

    private static final String SETTLE =
            """
            update payment
            set state = :state, provider_id = :provider, reason = :reason,
                next_look_at = nullif(next_look_at, :leased)
            where key = :key and state = any(:from::text[])
            """;

    private final DatabaseClient database;

    Payments(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Asks for payments; they are charged soon. Asked again, it changes nothing. Part of the
     * caller's transaction, if there is one.
     *
     * @return fails with {@link IllegalStateException} if a key is known with another content
     */
    public Mono<Void> ask(List<PaymentRequest> requests, Instant now) {
        Columns<PaymentRequest> columns = new Columns<>(requests);
        return database.sql(ASK)
                .bind("key", columns.texts(request -> request.key().value()))
                .bind("lot", columns.uuids(request -> request.lot().value()))
                .bind("payer", columns.texts(request -> request.payer().value()))
                .bind("amount", columns.longs(request -> request.sum().minor()))
                .bind("currency", columns.texts(request -> request.sum().currency()))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .filter(added -> added < requests.size())
                .flatMap(_ -> allKnown(requests));
    }

    private Mono<Void> allKnown(List<PaymentRequest> requests) {
        Set<PaymentRequest> asked = Set.copyOf(requests);
        return database.sql("select" + COLUMNS + "from payment where key = any(:keys::text[])")
                .bind("keys", new Columns<>(requests).texts(request -> request.key().value()))
                .map(Payments::read)
                .all()
                .filter(known -> !(known instanceof PaymentRequest same && asked.contains(same)))
                .next()
                .flatMap(known ->
                        Mono.error(
                                new IllegalStateException(
                                        "payment "
                                                + known.key()
                                                + ": another content (expected: its first)")));
    }

    /** Takes due payments for one look each; nobody else does until {@code until}. */
    Mono<List<Payment>> lease(int most, Instant now, Instant until) {
        return database.sql(LEASE)
                .bind("most", most)
                .bind("now", now)
                .bind("until", until)
                .map(Payments::leased)
                .all()
                .collectList();
    }

    Mono<Void> lookAgain(Payment payment, Instant at) {
        return database.sql(AGAIN)
                .bind("at", at)
                .bind("key", payment.request().key().value())
                .bind("leased", payment.leasedUntil())
                .then();
    }

    Mono<Void> rest(Payment payment) {
        return database.sql(REST)
                .bind("key", payment.request().key().value())
                .bind("leased", payment.leasedUntil())
                .then();
    }

    /** True if this was not known before. */
    Mono<Boolean> settle(Payment payment, Outcome.Final outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(String id, _) ->
                    change(payment, Payment.State.SUCCEEDED, id, "", "open", "unclear", "declined");
            case Outcome.Declined(String reason) ->
                    change(payment, Payment.State.DECLINED, "", reason, "open", "unclear");
        };
    }

    /** True if this was not known before. */
    Mono<Boolean> giveUp(Payment payment, String why) {
        return change(payment, Payment.State.UNCLEAR, "", why, "open", "declined");
    }

    private Mono<Boolean> change(
            Payment payment, Payment.State to, String provider, String reason, String... from) {
        return database.sql(SETTLE)
                .bind("state", to.word())
                .bind("provider", provider)
                .bind("reason", reason)
                .bind("key", payment.request().key().value())
                .bind("leased", payment.leasedUntil())
                .bind("from", from)
                .fetch()
                .rowsUpdated()
                .map(changed -> changed > 0);
    }

    private static Payment leased(Readable row) {
        return new Payment(
                read(row),
                Payment.State.parse(column(row, "state", String.class)),
                column(row, "looks", Integer.class),
                column(row, "next_look_at", Instant.class));
    }

    private static Request read(Readable row) {
        PaymentKey key = new PaymentKey(column(row, "key", String.class));
        String refundOf = row.get("refund_of", String.class);
        return refundOf == null
                ? payment(key, row)
                : new RefundRequest(
                        key,
                        payment(new PaymentKey(refundOf), row),
                        column(row, "charge_id", String.class));
    }

    private static PaymentRequest payment(PaymentKey key, Readable row) {
        return new PaymentRequest(
                key,
                new LotId(column(row, "lot", UUID.class)),
                new AccountId(column(row, "payer", String.class)),
                new Sum(column(row, "amount", Long.class), column(row, "currency", String.class)));
    }
}
