package io.gavel.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * How soon a service decides again after it was stopped in order, with many lots open: from the
 * start of its process to the decision on a bid on any lot, which waits for it. Then its live heap
 * when every lot has had a bid.
 */
record Restart(Desk desk, ServiceJvm service, Effort effort, Progress progress) {

    private static final long SEED = 20_261_123;
    private static final double BYTES_PER_MEGABYTE = 1_000_000;

    void run(Report report) {
        progress.say(Measure.RESTART + ": opening " + effort.restartLots() + " lots");
        List<BenchLot> lots = desk.openLots(effort.restartLots());
        int rounds = effort.restartRounds();
        Random chance = new Random(SEED);
        List<Double> millis = new ArrayList<>(rounds);
        for (int round = 1; round <= rounds; round++) {
            progress.say(Measure.RESTART + ": round " + round + " of " + rounds);
            service.stop();
            service.start();
            BenchLot any = lots.get(chance.nextInt(lots.size()));
            Duration taken = desk.decide(List.of(any.nextBid(UUID.randomUUID())));
            millis.add((double) taken.toMillis());
        }
        desk.decide(lots.stream().map(lot -> lot.nextBid(UUID.randomUUID())).toList());
        report.figure("restartToDecisionMillis", new Series(millis));
        report.figure("restartHeapMegabytes", LiveHeap.bytes(service.pid()) / BYTES_PER_MEGABYTE);
    }
}
