package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.PaymentKey;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Webhooks that were taken, in PostgreSQL; each points to a payment, once. */
@Component
public class PaymentEvents {

    private static final String ADD =
            """
            insert into payment_event (provider, id, seen_at) values (:provider, :id, :now)
            on conflict do nothing
            """;

    private static final String POINT =
            """
            update payment set looks = 0, next_look_at = least(coalesce(next_look_at, :now), :now)
            where key = :key and state <> 'succeeded'
            """;

    private final DatabaseClient database;

    PaymentEvents(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Something points to a payment, so it is looked at soon; the same event points once. Part of
     * the caller's transaction.
     *
     * @return false if the event was known
     */
    public Mono<Boolean> point(String provider, String event, PaymentKey key, Instant now) {
        return database.sql(ADD)
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
    Mono<Long> forget(Instant before) {
        return database.sql("delete from payment_event where seen_at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated();
    }
}
