package io.gavel.settlement.payment.collecting;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.payment.PaymentKey;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Money that is given back, in PostgreSQL: rows among the payments, looked after like them. One
 * that was declined is followed by another under the next key, {@code refund/<payment>/<attempt>}.
 */
@Component
public class Refunds {

    /** Only what a provider has collected, and not while a refund is under way or was given. */
    private static final String ASK =
            """
            insert into payment (key, lot, payer, amount, currency, state, asked_at, next_look_at,
                refund_of, charge_id)
            select 'refund/' || p.key || '/' || (select count(*) from payment r where r.refund_of = p.key),
                p.lot, p.payer, p.amount, p.currency, 'open', :now, :now, p.key, p.provider_id
            from payment p
            where p.key = :key and p.state = 'succeeded' and p.provider_id <> ''
                and not exists (
                    select from payment r where r.refund_of = p.key and r.state <> 'declined')
            on conflict (key) do nothing
            """;

    /**
     * Nobody knows what became of it: asked for again under its own key, it is safe. One that is
     * being told at this moment is not waited for: whoever tells it waits for the caller's sale.
     */
    private static final String REOPEN =
            """
            update payment set state = 'open', reason = '', looks = 0, next_look_at = :now
            where key in (
                select key from payment
                where refund_of = :key and state = 'unclear'
                for update skip locked)
            """;

    private static final String UNDERWAY =
            """
            select coalesce(refund_of, key) as payment from payment
            where lot = :lot and state = 'open'
            """;

    private static final String COLLECTED =
            """
            select key as payment from payment
            where lot = :lot and state = 'succeeded' and refund_of is null
            """;

    private final DatabaseClient database;

    Refunds(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Asks for a payment to be given back; it is done soon. Part of the caller's transaction.
     *
     * @return whether somebody does: not if no provider has collected it, or it was given already
     */
    public Mono<Boolean> ask(PaymentKey payment, Instant now) {
        return change(REOPEN, payment, now)
                .flatMap(reopened -> reopened ? Mono.just(true) : change(ASK, payment, now));
    }

    private Mono<Boolean> change(String statement, PaymentKey payment, Instant now) {
        return database.sql(statement)
                .bind("key", payment.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** The payments of a lot that a provider is collecting, or giving back. */
    public Flux<PaymentKey> underway(LotId lot) {
        return payments(UNDERWAY, lot);
    }

    /** The payments of a lot that a provider has collected, and so can give back. */
    public Flux<PaymentKey> collected(LotId lot) {
        return payments(COLLECTED, lot);
    }

    private Flux<PaymentKey> payments(String query, LotId lot) {
        return database.sql(query)
                .bind("lot", lot.value())
                .map(row -> new PaymentKey(column(row, "payment", String.class)))
                .all();
    }
}
