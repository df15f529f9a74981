package io.gavel.bidding.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long a batch takes, stage by stage: one reading of the clock each, whatever its size. */
final class StageTimes {

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
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final Timer load;
    private final Timer decide;
    private final Timer store;
    private final Timer publish;

    StageTimes(MeterRegistry registry) {
        load = timer(registry, "load");
        decide = timer(registry, "decide");
        store = timer(registry, "store");
        publish = timer(registry, "publish");
    }

    /** Reading what memory lacks of lots and bidders. */
    Timer load() {
        return load;
    }

    /** Deciding all of it in memory. */
    Timer decide() {
        return decide;
    }

    /** Its transaction. */
    Timer store() {
        return store;
    }

    /** A turn of the announcer: the events of some batches and the decisions of others. */
    Timer publish() {
        return publish;
    }

    private static Timer timer(MeterRegistry registry, String stage) {
        return Timer.builder("gavel.bidding.batch.time")
                .description("how long a stage of a batch takes")
                .tag("stage", stage)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
