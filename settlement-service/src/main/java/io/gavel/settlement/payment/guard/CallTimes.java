package io.gavel.settlement.payment.guard;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** How long what is asked of a provider takes, with all tries, by what comes of it. */
final class CallTimes {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private static final List<String> OUTCOMES =
            List.of("succeeded", "declined", "pending", "unknown", "not-found");

    private final MeterRegistry meters;
    private final String provider;

    /** With every operation and outcome at zero, so that the first failure is seen. */
    CallTimes(MeterRegistry meters, String provider, List<String> operations) {
        this.meters = meters;
        this.provider = provider;
        operations.forEach(operation -> OUTCOMES.forEach(outcome -> timer(operation, outcome)));
    }

    Timer.Sample start() {
        return Timer.start(meters);
    }

    void stop(Timer.Sample sample, String operation, Finding answer) {
        sample.stop(timer(operation, word(answer)));
    }

    private Timer timer(String operation, String outcome) {
        return Timer.builder("gavel.payments.calls")
                .description("What a provider was asked, with all tries")
                .tag("provider", provider)
                .tag("operation", operation)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }

    private static String word(Finding answer) {
        return switch (answer) {
            case Finding.NotFound _ -> "not-found";
            case Outcome.Succeeded _ -> "succeeded";
            case Outcome.Declined _ -> "declined";
            case Outcome.Pending _ -> "pending";
            case Outcome.Unknown _ -> "unknown";
        };
    }
}
