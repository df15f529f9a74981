package io.gavel.bench;

import io.gavel.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * From command to decision at 500 bids a second over some lots, beside one bare hop over the same
 * broker: the same keys and bytes at the same times to a topic of as many partitions, with the same
 * clients. In turns, so that both meet the same machine.
 */
record Latency(KafkaClients clients, Effort effort, Progress progress) {

    static final int PER_SECOND = 500;

    /**
     * What a bid goes through alone is not what goes through in batches of a thousand: it must be
     * hot, too, and at the steady rate that takes minutes.
     */
    static final int WARM_UP_PER_SECOND = 1_500;

    private static final double NANOS_PER_MICRO = 1_000;

    void run(List<BenchLot> lots, Report report) {
        try (Sender sender = clients.sender();
                Hop hop = Hop.over(clients, lots.size());
                KafkaConsumer<byte[], byte[]> decisions =
                        clients.consumer(Topics.DECISIONS.topic())) {
            OpenModel gavel =
                    new OpenModel(
                            sender,
                            decisions,
                            id -> BenchLot.nextBid(lots, id),
                            Desk::requireAccepted);
            progress.say(Measure.LATENCY + ": warming up");
            hop.run(WARM_UP_PER_SECOND, effort.latencyRound());
            gavel.run(WARM_UP_PER_SECOND, effort.latencyWarmUp());
            gavel.run(PER_SECOND, effort.latencyRound());
            List<Histogram> hops = new ArrayList<>();
            List<Histogram> bids = new ArrayList<>();
            for (int round = 1; round <= effort.rounds(); round++) {
                progress.say(Measure.LATENCY + ": round " + round + " of " + effort.rounds());
                hops.add(hop.run(PER_SECOND, effort.latencyRound()));
                bids.add(gavel.run(PER_SECOND, effort.latencyRound()));
            }
            report(report, "P50", micros(bids, 50), micros(hops, 50));
            report(report, "P99", micros(bids, 99), micros(hops, 99));
        }
    }

    private static void report(Report report, String percentile, Series gavel, Series hop) {
        report.figure("latency" + percentile + "Micros", gavel);
        report.figure("hop" + percentile + "Micros", hop);
        report.ratio("latency" + percentile, gavel, hop);
    }

    /** A percentile of each round. */
    static Series micros(List<Histogram> rounds, double percentile) {
        return new Series(
                rounds.stream()
                        .map(round -> round.getValueAtPercentile(percentile) / NANOS_PER_MICRO)
                        .toList());
    }
}
