package io.gavel.settlement.payment.collecting;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.payment.PaymentKey;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payments whose end the provider does not tell, in PostgreSQL; operators see to them. */
@Component
public class UnclearPayments {

    private static final String OF =
            """
            select key from payment
            where lot = :lot and state = 'unclear' and refund_of is null
            """;

    /** What is being told at this moment is not waited for: it is not unclear any more. */
    private static final String SEEN_TO =
            """
            update payment set state = 'declined'
            where key in (
                select key from payment
                where key = :key and state = 'unclear'
                for update skip locked)
            """;

    private final DatabaseClient database;

    UnclearPayments(DatabaseClient database) {
        this.database = database;
    }

    /** Those of a lot. */
    public Flux<PaymentKey> of(LotId lot) {
        return database.sql(OF)
                .bind("lot", lot.value())
                .map(row -> new PaymentKey(column(row, "key", String.class)))
                .all();
    }

    /**
     * An operator has found out that it was not collected, or has given back what was. Should the
     * provider say otherwise later, that is told. Part of the caller's transaction.
     */
    public Mono<Void> seenTo(PaymentKey payment) {
        return database.sql(SEEN_TO).bind("key", payment.value()).then();
    }
}
