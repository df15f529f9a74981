package io.gavel.bench;

import io.gavel.localstack.GavelTopics;
import io.gavel.localstack.KafkaBroker;
import io.gavel.localstack.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Starts a PostgreSQL and a Kafka of its own, measures, prints and takes everything down again. */
public final class Main {

    private static final int BAD_USAGE = 2;
    private static final int WARM_UP_ROUNDS = 3;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(BenchOptions.USAGE);
            return;
        }
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("gavel bench: " + e.getMessage());
            System.exit(BAD_USAGE);
            return;
        }
        Path folder = Files.createTempDirectory("gavel-bench");
        try {
            run(options, folder);
        } finally {
            delete(folder);
        }
    }

    private static void run(BenchOptions options, Path folder) {
        System.out.println("starting PostgreSQL (fsync on) and Kafka");
        try (PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"));
                KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"))) {
            kafka.createTopics(GavelTopics.all());
            Duration gavel = gavel(options, postgres, kafka);
            print("Gavel: sent, decided, stored, published, read back", options, gavel);
            Duration rows = rowLocking(options, postgres);
            print("row locking, " + options.connections() + " connections", options, rows);
            System.out.printf("hotLot: %.1f times row locking%n", seconds(rows) / seconds(gavel));
        }
    }

    private static Duration gavel(
            BenchOptions options, PostgresServer postgres, KafkaBroker kafka) {
        try (HotLot lot =
                new HotLot(postgres.createDatabase("bidding"), kafka.bootstrapServers())) {
            System.out.println("Gavel: warming up, then " + options.bids() + " bids on one lot");
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                lot.decide(options.bids());
            }
            return lot.decide(options.bids());
        }
    }

    private static Duration rowLocking(BenchOptions options, PostgresServer postgres) {
        RowLocking locking =
                new RowLocking(postgres.createDatabase("locking"), options.connections());
        System.out.println("row locking: warming up, then " + options.bids() + " bids on one lot");
        locking.decide(Math.max(1_000, options.bids() / 10));
        return locking.decide(options.bids());
    }

    private static void print(String what, BenchOptions options, Duration taken) {
        System.out.printf("%-52s %8.2f s %10.0f /s%n", what, seconds(taken), rate(options, taken));
    }

    private static double rate(BenchOptions options, Duration taken) {
        return options.bids() / seconds(taken);
    }

    private static double seconds(Duration taken) {
        return taken.toNanos() / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
