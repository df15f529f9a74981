package io.gavel.bench;

/**
 * What to measure.
 *
 * @param bids how many bids each side decides; 1,000 to 1,000,000; default 20,000
 * @param connections of the row-locking side; default 16
 */
record BenchOptions(int bids, int connections) {

    private static final BenchOptions DEFAULTS = new BenchOptions(20_000, 16);

    static final String USAGE =
            """
            usage: ./gavel bench [--bids N] [--connections N]

              Decides the same bids on one lot twice, on the same PostgreSQL with fsync on: through Kafka and Gavel's
              batch writer, and with SELECT … FOR UPDATE row locking. Prints both and their ratio.

              --bids N         bids on the lot (default: 20000)
              --connections N  connections of the row-locking side (default: 16)
            """;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if an option is unknown or out of bounds
     */
    static BenchOptions parse(String... arguments) {
        BenchOptions options = DEFAULTS;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            options =
                    switch (arguments[i]) {
                        case "--bids" ->
                                new BenchOptions(
                                        number("--bids", value, 1_000, 1_000_000),
                                        options.connections);
                        case "--connections" ->
                                new BenchOptions(
                                        options.bids, number("--connections", value, 1, 64));
                        default ->
                                throw new IllegalArgumentException(
                                        arguments[i]
                                                + ": unknown (expected: --bids or --connections)");
                    };
        }
        return options;
    }

    private static int number(String option, String text, int least, int most) {
        boolean digits = text.matches("\\d{1,7}");
        if (!digits || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    option
                            + ": "
                            + text
                            + " (expected: a number from "
                            + least
                            + " to "
                            + most
                            + ")");
        }
        return Integer.parseInt(text);
    }
}
