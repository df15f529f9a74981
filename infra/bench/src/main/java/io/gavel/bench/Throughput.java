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
    private static final long SEED = 20_261_123;

    void run(int lotCount, Report report) {
        Random chance = new Random(SEED);
        List<BenchLot> lots = desk.openLots(lotCount);
        for (int round = 1; round <= effort.warmUpRounds(); round++) {
            say("warm-up", round, effort.warmUpRounds(), gavel(lots, chance));
        }
        CONNECTIONS.forEach(this::locking);

        List<Double> gavel = new ArrayList<>();
        List<Locking> rows = CONNECTIONS.stream().map(Locking::new).toList();
        for (int round = 1; round <= effort.rounds(); round++) {
            gavel.add(gavel(lots, chance));
            say("round", round, effort.rounds(), gavel.getLast());
            rows.forEach(side -> side.rounds.add(locking(side.connections)));
        }
        report(report, new Series(gavel), rows);
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
    private double gavel(List<BenchLot> lots, Random chance) {
        List<ProducerRecord<byte[], byte[]>> bids = new ArrayList<>(effort.bids());
        for (int i = 0; i < effort.bids(); i++) {
            bids.add(lots.get(chance.nextInt(lots.size())).nextBid(UUID.randomUUID()));
        }
        return effort.bids() * 1e9 / desk.decide(bids).toNanos();
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
