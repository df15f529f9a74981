package io.gavel.bidding.batch;

import io.gavel.contracts.decision.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts decisions by outcome, and refusals by reason. */
final class Outcomes {

    private final Counter accepted;
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);

    Outcomes(MeterRegistry registry) {
        accepted = counter(registry, "accepted", "none");
        for (Reason reason : Reason.values()) {
            rejected.put(reason, counter(registry, "rejected", reason.word()));
        }
    }

    private static Counter counter(MeterRegistry registry, String outcome, String reason) {
        return Counter.builder("gavel.bidding.decisions")
                .description("commands that were decided")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }

    /**
     * Counts one.
     *
     * @param reason why it was refused; null: it was not
     */
    void count(@Nullable Reason reason) {
        (reason == null ? accepted : Objects.requireNonNull(rejected.get(reason))).increment();
    }
}
