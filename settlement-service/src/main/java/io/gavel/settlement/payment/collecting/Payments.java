package io.gavel.settlement.payment.collecting;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.Sum;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All payments that were ever asked for, in PostgreSQL: one for each key. */
@Component
public class Payments {

    private static final String ASK =
            """
            insert into payment (key, lot, payer, amount, currency, state, asked_at, next_look_at)
            values (:key, :lot, :payer, :amount, :currency, 'open', :now, :now)
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
            returning key, lot, payer, amount, currency, state, looks, next_look_at
            """;

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

    private static final String EVENT =
            """
            insert into payment_event (provider, id, seen_at) values (:provider, :id, :now)
            on conflict do nothing
            """;

    private static final String POINT =
            """
            update payment set looks = 0, next_look_at = least(coalesce(next_look_at, :now), :now)
            where key = :key and state <> 'succeeded'
            """;

    private static final String FORGET_EVENTS = "delete from payment_event where seen_at < :before";

    private final DatabaseClient database;

    Payments(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Asks for a payment; it is charged soon. Asked again, it changes nothing. Part of the caller's
     * transaction, if there is one.
     *
     * @return fails with {@link IllegalStateException} if the key is known with another content
     */
    public Mono<Void> ask(PaymentRequest request, Instant now) {
        return database.sql(ASK)
                .bind("key", request.key().value())
                .bind("lot", request.lot().value())
                .bind("payer", request.payer().value())
                .bind("amount", request.sum().minor())
                .bind("currency", request.sum().currency())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .flatMap(added -> added > 0 ? Mono.<Void>empty() : known(request));
    }

    private Mono<Void> known(PaymentRequest request) {
        return database.sql(
                        "select key, lot, payer, amount, currency from payment where key = :key")
                .bind("key", request.key().value())
                .map(Payments::request)
                .one()
                .filter(known -> !known.equals(request))
                .flatMap(_ ->
                        Mono.error(
                                new IllegalStateException(
                                        "payment "
                                                + request.key()
                                                + ": another content (expected: its first)")));
    }

    /** Takes due payments for one look each; nobody else does until {@code until}. */
    Mono<List<Payment>> lease(int most, Instant now, Instant until) {
        return database.sql(LEASE)
                .bind("most", most)
                .bind("now", now)
                .bind("until", until)
                .map(Payments::payment)
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

    /**
     * Something points to a payment, so it is looked at soon; the same event points once.
     *
     * @return false if the event was known
     */
    public Mono<Boolean> point(String provider, String event, PaymentKey key, Instant now) {
        return database.sql(EVENT)
                .bind("provider", provider)
                .bind("id", event)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .flatMap(added -> added == 0 ? Mono.just(false) : point(key, now));
    }

    private Mono<Boolean> point(PaymentKey key, Instant now) {
        return database.sql(POINT)
                .bind("key", key.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .thenReturn(true);
    }

    /** Forgets events of before; gives how many. */
    Mono<Long> forgetEvents(Instant before) {
        return database.sql(FORGET_EVENTS).bind("before", before).fetch().rowsUpdated();
    }

    private static Payment payment(Readable row) {
        return new Payment(
                request(row),
                Payment.State.parse(text(row, "state")),
                requireNonNull(row.get("looks", Integer.class)),
                requireNonNull(row.get("next_look_at", Instant.class)));
    }

    private static PaymentRequest request(Readable row) {
        return new PaymentRequest(
                new PaymentKey(text(row, "key")),
                new LotId(requireNonNull(row.get("lot", UUID.class))),
                new AccountId(text(row, "payer")),
                new Sum(requireNonNull(row.get("amount", Long.class)), text(row, "currency")));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
