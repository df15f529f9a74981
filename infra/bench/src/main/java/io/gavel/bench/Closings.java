package io.gavel.bench;

import io.gavel.bench.ClosingsEffort.Ends;
import io.gavel.contracts.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * How late lots are announced as closed, and sold, when many end within a short time: each has a
 * bid, so each has a sale with an invoice. Nobody but settlement-service asks for their ends.
 */
record Closings(Stack stack, Desk desk, ClosingsEffort effort, Path home, Progress progress) {

    private static final double MEDIAN = 50;
    private static final double NEARLY_ALL = 99;

    void run(Report report) {
        say("starting settlement-service");
        try (ServiceJvm settlement = stack.settlement(home);
                KafkaConsumer<byte[], byte[]> told =
                        stack.clients().consumer(Topics.LOT_EVENTS.topic(), Topics.SALES.topic())) {
            wave("warming up, ", effort.warmUp(), settlement, told);
            report(report, "closings", wave("", effort.steady(), settlement, told));
            report(report, "closingsAtOnce", wave("", effort.atOnce(), settlement, told));
        }
    }

    private Announcements wave(
            String how, Ends ends, ServiceJvm settlement, KafkaConsumer<byte[], byte[]> told) {
        say(how + "%,d lots that end within %s".formatted(ends.lots(), ends.within()));
        KafkaClients.passOver(told);
        Announcements announcements = new Announcements(listed(ends));
        announcements.await(told, settlement::requireAlive);
        return announcements;
    }

    /** When each lot ends; all have a bid. */
    private Map<UUID, Instant> listed(Ends ends) {
        Instant first = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(ends.ahead());
        Map<BenchLot, Instant> lots = new LinkedHashMap<>();
        IntStream.range(0, ends.lots())
                .forEach(n ->
                        lots.put(
                                new BenchLot(),
                                first.plusMillis(ends.within().toMillis() * n / ends.lots())));
        desk.decide(
                lots.entrySet().stream().map(lot -> lot.getKey().listing(lot.getValue())).toList());
        desk.decide(lots.keySet().stream().map(lot -> lot.nextBid(UUID.randomUUID())).toList());
        Map<UUID, Instant> byId = new LinkedHashMap<>();
        lots.forEach((lot, end) -> byId.put(lot.id(), end));
        return byId;
    }

    private static void report(Report report, String name, Announcements announcements) {
        report(report, name + "Announced", announcements.closed());
        report(report, name + "Sold", announcements.sold());
    }

    private static void report(Report report, String name, Histogram millis) {
        report.figure(name + "P50Millis", (double) millis.getValueAtPercentile(MEDIAN));
        report.figure(name + "P99Millis", (double) millis.getValueAtPercentile(NEARLY_ALL));
        report.figure(name + "MaxMillis", (double) millis.getMaxValue());
    }

    private void say(String what) {
        progress.say(Measure.CLOSINGS + ": " + what);
    }
}
