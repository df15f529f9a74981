package io.gavel.settlement.payment.collecting;

import static java.util.Objects.requireNonNull;

import io.gavel.settlement.fixture.MigratedDatabase;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Payments in a real database, a clock that is moved by hand, and somebody who is told. */
final class CollectingOnStage implements InstantSource, PaymentNews {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final int MOST_LOOKS = 12;
    private static final MigratedDatabase DATABASE = MigratedDatabase.create();
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int BATCH = 64;

    record Told(Request request, Object what) {}

    final Payments payments = new Payments(DATABASE.client());
    final PaymentEvents events = new PaymentEvents(DATABASE.client());
    final Refunds refunds = new Refunds(DATABASE.client());
    final List<Told> told = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T14:00:00.123456Z"));
    private final AtomicInteger deaf = new AtomicInteger();
    private final TransactionalOperator transaction =
            TransactionalOperator.create(
                    new R2dbcTransactionManager(DATABASE.client().getConnectionFactory()));

    CollectingOnStage() {
        DATABASE.tables().execute("truncate payment, payment_event");
    }

    CollectingRound round(PaymentProvider provider) {
        return round(provider, LEASE);
    }

    CollectingRound round(PaymentProvider provider, Duration lease) {
        return round(provider, lease, LIMIT);
    }

    CollectingRound round(PaymentProvider provider, Duration lease, Duration database) {
        return new CollectingRound(
                payments,
                events,
                provider,
                this,
                new LookDecider(Duration.ofSeconds(2), LONGEST_WAIT, MOST_LOOKS),
                new CollectingRound.Bounds(BATCH, lease, database),
                transaction,
                this,
                meters);
    }

    void ask(PaymentRequest request) {
        payments.ask(List.of(request), instant()).block(LIMIT);
    }

    boolean point(String event, Request request) {
        return requireNonNull(
                events.point("sandbox", event, request.key(), instant()).block(LIMIT));
    }

    /** A replica takes what is due, and dies. */
    List<Payment> leaseAndDie() {
        return requireNonNull(payments.lease(BATCH, instant(), instant().plus(LEASE)).block(LIMIT));
    }

    /** Later than any wait and any lease. */
    void later() {
        now.updateAndGet(before -> before.plus(LONGEST_WAIT));
    }

    /** So late that webhooks of before are forgotten. */
    void muchLater() {
        now.updateAndGet(before -> before.plus(Duration.ofDays(31)));
    }

    /** Somebody else has locked rows, until this is closed. */
    Connection locked(String rows) {
        return DATABASE.tables().locked(rows);
    }

    /** The next who are told fail. */
    void deafFor(int times) {
        deaf.set(times);
    }

    List<Object> toldOf(Request request) {
        return told.stream()
                .filter(each -> each.request().equals(request))
                .map(Told::what)
                .toList();
    }

    long due() {
        return ((Number)
                        requireNonNull(
                                DATABASE.client()
                                        .sql(
                                                "select count(*) from payment where next_look_at is"
                                                        + " not null")
                                        .map(row -> row.get(0, Long.class))
                                        .one()
                                        .block(LIMIT)))
                .longValue();
    }

    @Override
    public Instant instant() {
        return requireNonNull(now.get());
    }

    @Override
    public Mono<Void> settled(PaymentRequest request, Outcome.Final outcome) {
        return tell(request, outcome);
    }

    @Override
    public Mono<Void> refunded(RefundRequest request, Outcome.Final outcome) {
        return tell(request, outcome);
    }

    @Override
    public Mono<Void> unclear(Request request, String why) {
        return tell(request, why);
    }

    private Mono<Void> tell(Request request, Object what) {
        return Mono.defer(() -> {
            if (deaf.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return Mono.error(new IllegalStateException("not now"));
            }
            told.add(new Told(request, what));
            return Mono.empty();
        });
    }
}
