package io.gavel.bench;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Readers alone, and beside those who read nothing until these are closed. */
record DeafReaders(Gateway bench, RunningGateway gateway) {

    private static final double BYTES_PER_MEGABYTE = 1e6;

    void run(Report report) {
        GatewayEffort effort = bench.effort().gateway();
        int perSecond = effort.dense().perSecond();
        bench.say("%,d who read".formatted(effort.readers()));
        try (Audience audience = bench.audience(gateway)) {
            audience.join(effort.readers());
            audience.round(perSecond, effort.warmUp());
            List<Histogram> alone = new ArrayList<>();
            for (int round = 1; round <= effort.rounds(); round++) {
                alone.add(audience.round(perSecond, effort.round()).latencies());
            }
            double heapAlone = heap();
            int closedBefore = gateway.slowReaders();
            bench.say("%,d more who read nothing".formatted(effort.deaf()));
            audience.joinDeaf(effort.deaf());
            List<Histogram> beside = new ArrayList<>();
            List<Double> heaps = new ArrayList<>();
            int closed = 0;
            while (closed < effort.deaf() && beside.size() < effort.mostDeafRounds()) {
                beside.add(audience.round(perSecond, effort.round()).latencies());
                heaps.add(heap());
                closed = gateway.slowReaders() - closedBefore;
                bench.say(
                        "%,d of them closed, p99 of those who read %.0f ms"
                                .formatted(closed, Gateway.millis(beside.getLast(), 99)));
            }
            Series before = Gateway.millis(alone, 99);
            Series after = Gateway.millis(beside, 99);
            report.figure("gatewayReadersP99Millis", before);
            report.figure("gatewayReadersBesideDeafP99Millis", after);
            report.ratio("gatewayBesideDeafP99", after, before);
            report.figure("gatewayDeafClosed", closed);
            report.figure("gatewayHeapMegabytes", heapAlone);
            report.figure("gatewayHeapWithDeafMegabytes", new Series(heaps));
            report.ratio("gatewayHeapWithDeaf", new Series(heaps), Series.of(heapAlone));
        }
    }

    private double heap() {
        return LiveHeap.bytes(gateway.pid()) / BYTES_PER_MEGABYTE;
    }
}
