package io.gavel.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * One run: the measures that were asked for, one after the other.
 *
 * @param home the repository, where the services' jars are
 */
record Bench(Set<Measure> measures, Effort effort, Path home, Progress progress) {

    private static final int SPREAD_LOTS = 1_000;

    /**
     * Measures.
     *
     * @param folder for the data of the servers; there, empty
     */
    Report run(Path folder) {
        Report report = new Report();
        if (measures.contains(Measure.CORE)) {
            new Core(effort, progress).run(report);
        }
        if (!EnumSet.of(Measure.CORE).containsAll(measures)) {
            progress.say("starting PostgreSQL (fsync on), Kafka and bidding-service");
            try (Stack stack = Stack.start(folder);
                    Desk desk = new Desk(stack.clients(), stack.bidding()::requireAlive)) {
                run(stack, desk, report);
            }
        }
        progress.say("done");
        return report;
    }

    private void run(Stack stack, Desk desk, Report report) {
        desk.openLots(1);
        progress.say("bidding-service decides");
        if (measures.contains(Measure.CLOSINGS)) {
            // First: a settlement-service reads all that was ever decided on its topics.
            new Closings(stack, desk, effort.closings(), home, progress).run(report);
        }
        if (measures.contains(Measure.HOT_LOT)) {
            throughput(Measure.HOT_LOT, "Hot", 1, stack, desk, report);
        }
        if (measures.contains(Measure.SPREAD)) {
            throughput(Measure.SPREAD, "Spread", SPREAD_LOTS, stack, desk, report);
        }
        if (measures.contains(Measure.LATENCY)) {
            new Latency(stack.clients(), effort, progress).run(desk.openLots(SPREAD_LOTS), report);
        }
        if (measures.contains(Measure.FLAT)) {
            new Flat(desk, effort, progress).run(report);
        }
        if (measures.contains(Measure.RESTART)) {
            new Restart(desk, stack.bidding(), effort, progress).run(report);
        }
        if (measures.contains(Measure.GATEWAY)) {
            new Gateway(stack, desk, effort, home, progress).run(report);
        }
    }

    private void throughput(
            Measure measure, String infix, int lots, Stack stack, Desk desk, Report report) {
        RowLocking locking = new RowLocking(stack.lockingDatabase(), lots);
        new Throughput(measure, infix, desk, locking, effort, progress).run(lots, report);
    }
}
