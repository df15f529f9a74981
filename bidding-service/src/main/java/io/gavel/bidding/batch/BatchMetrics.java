package io.gavel.bidding.batch;

import io.gavel.contracts.command.PlaceBid;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How the batch writer is doing; no lot, account or amount among the tags. Whatever can be counted
 * is there from zero on, so that the first is seen.
 */
final class BatchMetrics {

    private static final double[] SIZES = {1, 3, 10, 30, 100, 300, 1_000, 1_500};

    private final MeterRegistry registry;
    private final Clock clock;
    private final StageTimes stages;
    private final Outcomes outcomes;
    private final Timer appendToStored;
    private final DistributionSummary batchSize;
    private final Counter bids;
    private final Counter listed;
    private final Counter deadLetters;
    private final Counter fences;
    private final Counter outages;

    BatchMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.stages = new StageTimes(registry);
        this.outcomes = new Outcomes(registry);
        this.appendToStored =
                Timer.builder("gavel.bidding.append.to.stored")
                        .description("from a command's append time to its decision's commit")
                        .publishPercentileHistogram()
                        .register(registry);
        this.batchSize =
                DistributionSummary.builder("gavel.bidding.batch.commands")
                        .description("commands decided in one transaction")
                        .serviceLevelObjectives(SIZES)
                        .register(registry);
        this.bids = counter("gavel.bidding.bids", "decisions on bids, accepted or not");
        this.listed = counter("gavel.bidding.lots.listed", "lots that were listed");
        this.deadLetters = counter("gavel.bidding.dead.letters", "records that nobody can answer");
        this.fences =
                counter(
                        "gavel.bidding.fences",
                        "batches refused because another writer owns the partition");
        this.outages =
                counter(
                        "gavel.bidding.outages",
                        "times in which nobody could bid that are over, by partition");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** How long what a batch goes through takes. */
    StageTimes stages() {
        return stages;
    }

    void stored(Batch batch) {
        if (!batch.decided().isEmpty()) {
            batchSize.record(batch.decided().size());
        }
        batch.ended().values().forEach(ended -> outages.increment(ended.size()));
        listed.increment(batch.listed().size());
        long now = clock.millis();
        for (Decided decided : batch.decided()) {
            long taken = now - decided.record().appended().toEpochMilli();
            appendToStored.record(Math.max(0, taken), TimeUnit.MILLISECONDS);
            outcomes.count(decided.reason());
            if (decided.command() instanceof PlaceBid) {
                bids.increment();
            }
        }
    }

    void buried(int letters) {
        deadLetters.increment(letters);
    }

    void fenced() {
        fences.increment();
    }

    /** Batches that are stored and not told yet. */
    void watchUntold(AtomicInteger untold) {
        Gauge.builder("gavel.bidding.batches.untold", untold, AtomicInteger::get)
                .description("batches that are stored and not on Kafka yet")
                .register(registry);
    }
}
