package io.gavel.settlement.outbox;

import io.gavel.settlement.rounds.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * Counts now and then what waits to be told, by its way, for the metric {@code
 * gavel.outbox.waiting}: also what was tried in vain and is tried again. Up to ten thousand, so
 * that counting costs no more the worse it is.
 */
final class WaitingCount implements Rounds.Round {

    private final Outbox outbox;
    private final Duration database;
    private final Map<String, AtomicInteger> waiting = new LinkedHashMap<>();

    /**
     * @param database how long a count may wait for the database
     */
    WaitingCount(
            Outbox outbox, List<Transport> transports, Duration database, MeterRegistry meters) {
        this.outbox = outbox;
        this.database = database;
        for (Transport transport : transports) {
            AtomicInteger count = new AtomicInteger();
            waiting.put(transport.kind(), count);
            Gauge.builder("gavel.outbox.waiting", count, AtomicInteger::get)
                    .description("Messages that are still to be told, up to ten thousand")
                    .tag("kind", transport.kind())
                    .register(meters);
        }
    }

    @Override
    public Mono<Boolean> once() {
        return outbox.waiting(List.copyOf(waiting.keySet()))
                .timeout(database)
                .doOnNext(counted ->
                        waiting.forEach((kind, count) -> count.set(counted.getOrDefault(kind, 0))))
                .thenReturn(false);
    }
}
