package io.gavel.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Decisions a second over some lots, beside row locking over as many rows, in turns so that both
 * meet the same machine. Row locking counts with the number of connections that suits it best.
 *
 * @param measure {@link Measure#HOT_LOT} or {@link Measure#SPREAD}
 * @param infix of the figures' names
 */
record Throughput(
        Measure measure,
        String infix,
        Desk desk,
        RowLocking locking,
        Effort effort,
        Progress progress) {

    private static final List<Integer> CONNECTIONS = List.of(1, 4, 16, 32);

    /** Later rounds have as many as were decided in that time in the round before. */
    private static final int FIRST_ROUND_BIDS = 10_000;

    private static final int FEWEST_BIDS = 1_000;
    private static final int MOST_BIDS = 500_000;
    private static final long SEED = 20_261_123;

    void run(int lotCount, Report report) {
        Random chance = new Random(SEED);
        List<BenchLot> lots = desk.openLots(lotCount);
        int bids = FIRST_ROUND_BIDS;
        for (int round = 1; round <= effort.warmUpRounds(); round++) {
            double perSecond = gavel(lots, bids, chance);
            say("warm-up", round, effort.warmUpRounds(), perSecond);
            bids = bidsInARound(perSecond);
        }
        CONNECTIONS.forEach(this::locking);

        List<Double> gavel = new ArrayList<>();
        List<Locking> rows = CONNECTIONS.stream().map(Locking::new).toList();
        for (int round = 1; round <= effort.rounds(); round++) {
            gavel.add(gavel(lots, bids, chance));
            say("round", round, effort.rounds(), gavel.getLast());
            rows.forEach(side -> side.rounds.add(locking(side.connections)));
        }
        report(report, new Series(gavel), rows);
    }

    private int bidsInARound(double perSecond) {
        double bids = perSecond * effort.gavelRound().toMillis() / 1_000;
        return Math.clamp(Math.round(bids), FEWEST_BIDS, MOST_BIDS);
    }

    private void say(String what, int round, int rounds, double perSecond) {
        progress.say(
                "%s: %s %d of %d, %,.0f decisions/s"
                        .formatted(measure, what, round, rounds, perSecond));
    }

    private double locking(int connections) {
        return locking.perSecond(connections, effort.lockingRound());
    }

    /** Bids spread evenly by chance; each beats the one before on its lot. */
    private double gavel(List<BenchLot> lots, int count, Random chance) {
        List<ProducerRecord<byte[], byte[]>> bids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bids.add(lots.get(chance.nextInt(lots.size())).nextBid(UUID.randomUUID()));
        }
        return count * 1e9 / desk.decide(bids).toNanos();
    }

    private void report(Report report, Series gavel, List<Locking> rows) {
        Locking best = Collections.max(rows, Comparator.comparingDouble(Locking::median));
        Series locked = new Series(best.rounds);
        report.figure(measure + "DecisionsPerSecond", gavel);
        report.figure("rowLocking" + infix + "PerSecond", locked);
        report.figure("rowLocking" + infix + "Connections", best.connections);
        report.ratio(measure.toString(), gavel, locked);
    }

    /** The rounds of row locking with one number of connections. */
    private record Locking(int connections, List<Double> rounds) {

        Locking(int connections) {
            this(connections, new ArrayList<>());
        }

        double median() {
            return new Series(rounds).median();
        }
    }
}
