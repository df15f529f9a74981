package io.gavel.tracing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** How many spans may wait to be exported, and what became of all. */
final class SpanRoom {

    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter exported;
    private final Counter failed;
    private final Counter dropped;

    SpanRoom(int most, MeterRegistry meters) {
        this.most = most;
        this.exported = counter("exported", meters);
        this.failed = counter("failed", meters);
        this.dropped = counter("dropped", meters);
        Gauge.builder("gavel.tracing.waiting", waiting, AtomicInteger::get)
                .description("Spans that wait to be exported")
                .register(meters);
    }

    private static Counter counter(String outcome, MeterRegistry meters) {
        return Counter.builder("gavel.tracing.spans")
                .description("Spans of sampled traces, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** Whether there is room for one more; else it is counted as dropped. */
    boolean enter() {
        if (waiting.incrementAndGet() <= most) {
            return true;
        }
        waiting.decrementAndGet();
        dropped.increment();
        return false;
    }

    void leave(int spans, boolean success) {
        waiting.addAndGet(-spans);
        (success ? exported : failed).increment(spans);
    }
}
