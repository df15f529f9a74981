package io.gavel.gateway.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;

/** How long commands take into the log, from being handed over until all replicas have them. */
final class AppendTimes {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Timer appended;
    private final Timer failed;

    AppendTimes(MeterRegistry meters) {
        appended = timer(meters, "appended");
        failed = timer(meters, "failed");
    }

    /** Measures from now until the log has answered, and hands the answer on. */
    Callback of(Callback answer) {
        long began = System.nanoTime();
        return (taken, e) -> {
            (e == null ? appended : failed).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            answer.onCompletion(taken, e);
        };
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("gavel.gateway.append")
                .description("From a command's receipt to the log's acknowledgement")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }
}
