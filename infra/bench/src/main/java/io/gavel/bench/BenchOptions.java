package io.gavel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param quick shorter rounds, under 3 minutes in all; default: no
 * @param json the file that gets the figures; null means none, the default
 * @param only the measures that were named; null means all that the length of the run allows
 */
record BenchOptions(boolean quick, @Nullable Path json, @Nullable Set<Measure> only) {

    static final String USAGE =
            """
            usage: ./gavel bench [--quick] [--json FILE] [--only MEASURE,...]

              Starts a PostgreSQL (fsync on), a Kafka and a bidding-service of its own, measures Gavel and what it is
              compared with in turns in the same run, and prints both.

              --quick      in under 3 minutes: shorter rounds, without flat, restart, gateway and closings
              --json FILE  write the figures as JSON, too: {"ratios":{...},"absolute":{...}}
              --only ...   only these, separated by commas:
                             hotLot   decisions/s on one lot, beside SELECT ... FOR UPDATE row locking
                             spread   the same over 1,000 lots
                             latency  command to decision at 500 bids/s, beside one bare hop over Kafka
                             core     decisions/s of the core alone on one thread (JMH)
                             flat     the first and the last 100,000 of 1,000,000 bids on one lot
                             restart  100,000 open lots: how soon a restarted service decides, and its heap
                             gateway  one gateway process: 5,000 and 2,000 who watch, 10,000 who do nothing,
                                      200 who read nothing, 500 who bid (7 minutes, with --quick 4)
                             closings 10,000 lots that end within a minute: how late each is announced as closed

              docs/performance.md says what each figure means.
            """;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException saying what came and what was expected
     */
    static BenchOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        BenchOptions options = new BenchOptions(false, null, null);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            options =
                    switch (option) {
                        case "--quick" -> new BenchOptions(true, options.json, options.only);
                        case "--json" ->
                                new BenchOptions(options.quick, file(rest.poll()), options.only);
                        case "--only" ->
                                new BenchOptions(
                                        options.quick, options.json, measures(rest.poll()));
                        default ->
                                throw new IllegalArgumentException(
                                        option + ": unknown (expected: --quick, --json or --only)");
                    };
        }
        return options;
    }

    /** What is to be measured. */
    Set<Measure> measures() {
        if (only != null) {
            return only;
        }
        return quick
                ? EnumSet.complementOf(EnumSet.copyOf(Measure.LONG))
                : EnumSet.allOf(Measure.class);
    }

    private static Path file(@Nullable String name) {
        if (name == null || name.isBlank() || name.startsWith("--")) {
            throw new IllegalArgumentException("--json: " + shown(name) + " (expected: a file)");
        }
        Path file = Path.of(name).toAbsolutePath();
        if (Files.isDirectory(file) || !Files.isDirectory(file.resolveSibling("."))) {
            throw new IllegalArgumentException(
                    "--json: " + name + " (expected: a file in a folder that is there)");
        }
        return file;
    }

    private static Set<Measure> measures(@Nullable String names) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (String name : shown(names).split(",", -1)) {
            measures.add(Measure.named(name).orElseThrow(() -> noMeasure(name)));
        }
        return measures;
    }

    private static IllegalArgumentException noMeasure(String name) {
        return new IllegalArgumentException(
                "--only: "
                        + shown(name)
                        + " (expected: "
                        + Measure.names()
                        + ", separated by commas)");
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isBlank() ? "nothing" : value;
    }
}
