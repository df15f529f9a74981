package io.gavel.settlement.outbox;

import io.gavel.settlement.rounds.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Begins an attempt for each message that is due and has a place, and does not wait for it: a slow
 * receiver takes its own places and nobody else's. No transaction is open meanwhile: a lease keeps
 * other replicas away. Whoever dies between attempt and mark leaves a message that is told again,
 * with the same id.
 */
final class OutboxRound implements Rounds.Round, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRound.class);
    private static final String DELIVERED = "delivered";
    private static final String WAITING = "waiting";
    private static final String GIVEN_UP = "given-up";

    /**
     * What it may take.
     *
     * @param perLane how many attempts to one lane are under way at once at most
     * @param keep how long final messages are kept
     * @param database how long one piece of work may wait for the database
     */
    record Bounds(int perLane, Duration keep, Duration database) {}

    private final Outbox outbox;
    private final List<Transport> transports;
    private final RetrySchedule schedule;
    private final Places places;
    private final Bounds bounds;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final DoubleSupplier chance;
    private final MeterRegistry meters;

    OutboxRound(
            Outbox outbox,
            List<Transport> transports,
            RetrySchedule schedule,
            Places places,
            Bounds bounds,
            TransactionalOperator transaction,
            InstantSource clock,
            DoubleSupplier chance,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.transports = List.copyOf(transports);
        this.schedule = schedule;
        this.places = places;
        this.bounds = bounds;
        this.transaction = transaction;
        this.clock = clock;
        this.chance = chance;
        this.meters = meters;
        Gauge.builder("gavel.outbox.under.way", places, Places::taken).register(meters);
        for (Transport transport : transports) {
            List.of(DELIVERED, WAITING, GIVEN_UP)
                    .forEach(state -> attempts(transport.kind(), state));
        }
    }

    @Override
    public Mono<Boolean> once() {
        int free = places.free();
        if (free <= 0) {
            return Mono.just(false);
        }
        Instant now = now();
        return outbox.lease(free, bounds.perLane(), places.perLane(), now, now.plus(lease()))
                .timeout(bounds.database())
                .doOnNext(due ->
                        due.forEach(message -> places.begin(message.lane(), attempt(message))))
                .flatMap(due ->
                        due.isEmpty()
                                ? outbox.forget(now.minus(bounds.keep()))
                                        .timeout(bounds.database())
                                        .thenReturn(false)
                                : Mono.just(true));
    }

    private Duration lease() {
        return transports.stream()
                .map(Transport::timeLimit)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .plus(bounds.database().multipliedBy(2));
    }

    private Mono<Void> attempt(Message message) {
        Instant began = now();
        return Mono.fromSupplier(() -> transport(message))
                .flatMap(transport ->
                        transport
                                .tell(message, began)
                                .timeout(transport.timeLimit())
                                .onErrorResume(failure -> Mono.just(failed(message, failure)))
                                .flatMap(told -> write(transport, message, told, began)))
                .timeout(lease())
                .doOnError(e -> LOG.warn("{}: what became of it is not written", message, e))
                .onErrorComplete();
    }

    private Transport transport(Message message) {
        return transports.stream()
                .filter(transport -> message.lane().startsWith(transport.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no transport for " + message));
    }

    private static Told failed(Message message, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new Told.Failed("timeout");
        }
        LOG.warn("{} was not told", message, failure);
        return new Told.Failed("error");
    }

    private Mono<Void> write(Transport transport, Message message, Told told, Instant began) {
        Instant ended = now();
        Optional<Duration> wait =
                told instanceof Told.Failed
                        ? schedule.after(message.tries(), chance.getAsDouble())
                        : Optional.empty();
        String state =
                told instanceof Told.Delivered ? DELIVERED : wait.isPresent() ? WAITING : GIVEN_UP;
        int took = (int) Duration.between(began, ended).toMillis();
        return transport
                .note(message, told, ended)
                .then(
                        Mono.defer(() ->
                                outbox.write(message, state, wait.map(ended::plus).orElse(null))))
                .then(Mono.defer(() -> outbox.attempted(message, began, told.outcome(), took)))
                .as(transaction::transactional)
                .doOnSuccess(
                        _ -> attempts(transport.kind(), state).record(Duration.ofMillis(took)));
    }

    private Timer attempts(String kind, String state) {
        return meters.timer("gavel.outbox.attempts", "kind", kind, "state", state);
    }

    /** As exact as PostgreSQL keeps it, so that a lease is known again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        places.dispose();
    }
}
