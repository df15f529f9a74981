package io.gavel.gateway.connection;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.contracts.frame.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** What is counted about connections; each cause from zero on, so that the first is seen. */
@Component
public class SocketMeters {

    private final MeterRegistry meters;
    private final AtomicInteger connections;
    private final AtomicInteger watches;
    private final Map<String, LongAdder> framesOut = new ConcurrentHashMap<>();

    SocketMeters(MeterRegistry meters) {
        this.meters = meters;
        connections = gauge("gavel.gateway.connections");
        watches = gauge("gavel.gateway.watches");
        for (CloseCode code : CloseCode.values()) {
            closes(code);
        }
        for (ErrorCode code : ErrorCode.values()) {
            framesRefused(code.word());
        }
    }

    /** How many connections there may be, and whether there may be any now. */
    void admits(int most, BooleanSupplier ready) {
        Gauge.builder("gavel.gateway.connections.limit", () -> most)
                .description("As many connections as there may be at once")
                .register(meters);
        Gauge.builder("gavel.gateway.ready", ready, is -> is.getAsBoolean() ? 1 : 0)
                .description("1 while this gateway lets connections in, 0 while it does not")
                .strongReference(true)
                .register(meters);
    }

    public void opened() {
        connections.incrementAndGet();
    }

    public void ended() {
        connections.decrementAndGet();
    }

    public void watches(int difference) {
        watches.addAndGet(difference);
    }

    public void sent(String type) {
        LongAdder known = framesOut.get(type);
        (known == null ? framesOut.computeIfAbsent(type, this::framesOut) : known).increment();
    }

    public void refused(String code) {
        framesRefused(code).increment();
    }

    /** How often somebody is not let in, for a cause. */
    Counter turnedAway(String cause) {
        return meters.counter("gavel.gateway.connections.refused", "cause", cause);
    }

    public void closed(CloseCode code) {
        closes(code).increment();
    }

    private Counter closes(CloseCode code) {
        return meters.counter("gavel.gateway.closes", "reason", code.reason().replace(' ', '-'));
    }

    private Counter framesRefused(String code) {
        return meters.counter("gavel.gateway.frames.refused", "code", code);
    }

    private LongAdder framesOut(String type) {
        LongAdder frames = new LongAdder();
        FunctionCounter.builder("gavel.gateway.frames.out", frames, LongAdder::doubleValue)
                .tag("type", type)
                .register(meters);
        return frames;
    }

    private AtomicInteger gauge(String name) {
        AtomicInteger value = new AtomicInteger();
        meters.gauge(name, value);
        return value;
    }
}
