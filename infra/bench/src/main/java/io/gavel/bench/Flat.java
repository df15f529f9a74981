package io.gavel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Whether a bid costs as much late in a lot's life as early: a million bids on one lot, sent and
 * awaited a tenth at a time, and the last tenth's speed over the first's.
 */
record Flat(Desk desk, Effort effort, Progress progress) {

    private static final int TENTHS = 10;
    private static final int WARM_UP_TENTHS = 3;

    void run(Report report) {
        int bids = effort.flatBids() / TENTHS;
        progress.say(Measure.FLAT + ": warming up");
        BenchLot warmUp = desk.openLots(1).getFirst();
        for (int i = 0; i < WARM_UP_TENTHS; i++) {
            tenth(warmUp, bids);
        }
        BenchLot lot = desk.openLots(1).getFirst();
        List<Double> tenths = new ArrayList<>(TENTHS);
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            progress.say(Measure.FLAT + ": bids up to " + tenth * bids);
            tenths.add(tenth(lot, bids));
        }
        report.figure("flatFirst%dPerSecond".formatted(bids), tenths.getFirst());
        report.figure("flatLast%dPerSecond".formatted(bids), tenths.getLast());
        report.figure("flatTenthsPerSecond", new Series(tenths));
        report.figure("flatLastToFirst", tenths.getLast() / tenths.getFirst());
    }

    private double tenth(BenchLot lot, int bids) {
        List<ProducerRecord<byte[], byte[]>> commands =
                Stream.generate(() -> lot.nextBid(UUID.randomUUID())).limit(bids).toList();
        return bids * 1e9 / desk.decide(commands).toNanos();
    }
}
