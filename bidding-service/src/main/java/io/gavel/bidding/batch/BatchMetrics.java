package io.gavel.bidding.batch;

import io.gavel.contracts.command.PlaceBid;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** How the batch writer is doing; no lot, account or amount among the tags. */
final class BatchMetrics {

    private final Clock clock;
    private final Timer appendToStored;
    private final DistributionSummary batchSize;
    private final Counter decisions;
    private final Counter bids;
    private final Counter deadLetters;
    private final Counter fences;
    private final Counter outages;

    BatchMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.appendToStored =
                Timer.builder("gavel.bidding.append.to.stored")
                        .description("from a command's append time to its decision's commit")
                        .publishPercentileHistogram()
                        .register(registry);
        this.batchSize =
                DistributionSummary.builder("gavel.bidding.batch.commands")
                        .description("commands decided in one transaction")
                        .register(registry);
        this.decisions = Counter.builder("gavel.bidding.decisions").register(registry);
        this.bids =
                Counter.builder("gavel.bidding.bids")
                        .description("decisions on bids, accepted or not")
                        .register(registry);
        this.deadLetters = Counter.builder("gavel.bidding.dead.letters").register(registry);
        this.fences =
                Counter.builder("gavel.bidding.fences")
                        .description("batches refused because another writer owns the partition")
                        .register(registry);
        this.outages =
                Counter.builder("gavel.bidding.outages")
                        .description("times in which nobody could bid that are over, by partition")
                        .register(registry);
    }

    void stored(Batch batch) {
        if (!batch.decided().isEmpty()) {
            batchSize.record(batch.decided().size());
        }
        batch.ended().values().forEach(ended -> outages.increment(ended.size()));
        decisions.increment(batch.decided().size());
        long now = clock.millis();
        for (Decided decided : batch.decided()) {
            long taken = now - decided.record().appended().toEpochMilli();
            appendToStored.record(Math.max(0, taken), TimeUnit.MILLISECONDS);
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
}
