package io.gavel.gateway.connection;

import io.gavel.contracts.frame.CloseCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What is counted about connections. */
@Component
public class SocketMeters {

    private final MeterRegistry meters;
    private final AtomicInteger connections;
    private final AtomicInteger watches;
    private final Map<String, Counter> framesOut = new ConcurrentHashMap<>();

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
        framesOut.computeIfAbsent(type, this::framesOut).increment();
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

    private Counter framesOut(String type) {
        return meters.counter("gavel.gateway.frames.out", "type", type);
    }

    private AtomicInteger gauge(String name) {
        AtomicInteger value = new AtomicInteger();
        meters.gauge(name, value);
        return value;
    }
}
