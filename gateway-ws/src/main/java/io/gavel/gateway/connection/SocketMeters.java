package io.gavel.gateway.connection;

import io.gavel.contracts.frame.CloseCode;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** What is counted about connections. */
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
        meters.counter("gavel.gateway.frames.refused", "code", code).increment();
    }

    /** Somebody was not let in. */
    void turnedAway(String cause) {
        meters.counter("gavel.gateway.connections.refused", "cause", cause).increment();
    }

    public void closed(CloseCode code) {
        meters.counter("gavel.gateway.closes", "reason", code.reason().replace(' ', '-'))
                .increment();
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
