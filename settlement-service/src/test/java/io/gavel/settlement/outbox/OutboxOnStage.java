package io.gavel.settlement.outbox;

import static java.util.Objects.requireNonNull;

import io.gavel.settlement.fixture.MigratedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An outbox in a real database, a clock that is moved by hand, and a way to tell that obeys. */
final class OutboxOnStage implements InstantSource, Transport {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final int PER_LANE = 3;
    private static final MigratedDatabase DATABASE = MigratedDatabase.create();
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Duration KEEP = Duration.ofDays(30);

    final Outbox outbox = new Outbox(DATABASE.client());
    final Deliveries deliveries = new Deliveries(DATABASE.client());
    final List<Message> attempts = new CopyOnWriteArrayList<>();
    private final AtomicReference<Mono<Told>> answer =
            new AtomicReference<>(Mono.just(new Told.Delivered("200")));
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T14:00:00.123456Z"));
    private final TransactionalOperator transaction =
            TransactionalOperator.create(
                    new R2dbcTransactionManager(DATABASE.client().getConnectionFactory()));

    OutboxOnStage() {
        DATABASE.tables().execute("truncate outbox_message, outbox_attempt");
    }

    /** A replica. */
    OutboxRound replica() {
        return replica(LIMIT);
    }

    OutboxRound replica(Duration database) {
        return new OutboxRound(
                outbox,
                List.of(this),
                new RetrySchedule(List.of(WAIT, WAIT), 0),
                new Places(10),
                new OutboxRound.Bounds(PER_LANE, KEEP, database),
                transaction,
                this,
                () -> 0,
                new SimpleMeterRegistry());
    }

    void put(String lane, int count) {
        List<Draft> drafts =
                new ArrayList<>(
                        IntStream.range(0, count)
                                .mapToObj(
                                        i -> new Draft(lane, "sale.paid", "n" + i, "{}", now.get()))
                                .toList());
        outbox.put(drafts).block(LIMIT);
    }

    void answer(Told told) {
        answer.set(Mono.just(told));
    }

    /** From now on nobody answers. */
    void keepSilent() {
        answer.set(Mono.never());
    }

    /** Later than any wait and any lease. */
    void later() {
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(3)));
    }

    void muchLater() {
        now.updateAndGet(before -> before.plus(KEEP).plus(KEEP));
    }

    /** Somebody else has locked rows, until this is closed. */
    Connection locked(String rows) {
        return DATABASE.tables().locked(rows);
    }

    /** Rounds until nothing is due any more and all that has begun is written. */
    void run(OutboxRound round) {
        while (requireNonNull(round.once().block(LIMIT))) {
            // There may be more.
        }
    }

    List<Deliveries.Delivery> awaitAll(String lane, String state) {
        return Awaitility.await(lane + ": all are " + state)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> of(lane),
                        all -> all.stream().allMatch(each -> each.state().equals(state)));
    }

    List<Deliveries.Delivery> awaitAttempts(String lane, int count) {
        return Awaitility.await(lane + ": attempts written")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> of(lane),
                        all ->
                                all.stream().mapToInt(each -> each.attempts().size()).sum()
                                        == count);
    }

    List<Deliveries.Delivery> of(String lane) {
        return requireNonNull(deliveries.of(lane, null, 100).collectList().block(LIMIT));
    }

    @Override
    public Instant instant() {
        return requireNonNull(now.get());
    }

    @Override
    public String kind() {
        return "hook";
    }

    @Override
    public Duration timeLimit() {
        return LIMIT;
    }

    @Override
    public Mono<Told> tell(Message message, Instant at) {
        attempts.add(message);
        return requireNonNull(answer.get());
    }

    @Override
    public Mono<Void> note(Message message, Told told, Instant at) {
        return Mono.empty();
    }
}
