package io.gavel.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Bids by WebSocket: many a second, and how soon they are decided at the rate of {@link Latency},
 * beside one bare hop over Kafka.
 */
record SocketBids(Gateway bench, RunningGateway gateway) {

    void run(Report report) {
        GatewayEffort effort = bench.effort().gateway();
        Duration round = effort.round();
        bench.say("%,d who bid".formatted(effort.bidders()));
        List<BenchLot> lots = bench.desk().openLots(Math.max(1, effort.bidders() / 2));
        try (Bidders bidders = new Bidders(gateway, lots, effort.bidders());
                Hop hop = Hop.over(bench.stack().clients(), lots.size())) {
            hop.run(Latency.WARM_UP_PER_SECOND, round);
            bidders.run(Latency.PER_SECOND, round);
            bidders.run(Latency.WARM_UP_PER_SECOND, bench.effort().latencyWarmUp());
            bidders.run(Latency.PER_SECOND, round);
            List<Histogram> steady = new ArrayList<>();
            List<Histogram> hops = new ArrayList<>();
            for (int i = 1; i <= effort.rounds(); i++) {
                hops.add(hop.run(Latency.PER_SECOND, round));
                steady.add(bidders.run(Latency.PER_SECOND, round).latencies());
            }
            bidders.run(effort.bidsPerSecond(), effort.warmUp());
            List<Double> perSecond = new ArrayList<>();
            List<Histogram> many = new ArrayList<>();
            for (int i = 1; i <= effort.rounds(); i++) {
                Bidders.Round decided = bidders.run(effort.bidsPerSecond(), round);
                perSecond.add(decided.perSecond());
                many.add(decided.latencies());
                bench.say("%,.0f decisions/s".formatted(decided.perSecond()));
            }
            report.figure("gatewayDecisionsPerSecond", new Series(perSecond));
            report.figure("gatewayDecisionsP99Millis", Gateway.millis(many, 99));
            latency(report, "P50", 50, steady, hops);
            latency(report, "P99", 99, steady, hops);
        }
    }

    private static void latency(
            Report report,
            String name,
            double percentile,
            List<Histogram> bids,
            List<Histogram> hops) {
        Series bid = Latency.micros(bids, percentile);
        Series hop = Latency.micros(hops, percentile);
        report.figure("gatewayBid" + name + "Micros", bid);
        report.figure("gatewayHop" + name + "Micros", hop);
        report.ratio("gatewayBid" + name, bid, hop);
    }
}
