package io.gavel.demo;

import java.net.URI;
import java.util.List;

/**
 * How the demo runs.
 *
 * @param seed of all chance; the same one gives the same tastes, budgets and endings, though not
 *     the same milliseconds. Default 1.
 * @param gateways where it goes, at least one
 */
public record DemoOptions(long seed, List<URI> gateways) {

    public static final long SEED = 1;

    private static final String NUMBER = "-?\\d{1,18}";

    public DemoOptions {
        gateways = List.copyOf(gateways);
        if (gateways.isEmpty()) {
            throw new IllegalArgumentException("no gateway (expected: at least one URL)");
        }
    }

    /**
     * Reads {@code [--seed N] URL…}.
     *
     * @throws IllegalArgumentException if something is not understood
     */
    static DemoOptions parse(List<String> arguments) {
        boolean seeded = arguments.size() > 1 && arguments.getFirst().equals("--seed");
        if (seeded && !arguments.get(1).matches(NUMBER)) {
            throw new IllegalArgumentException(
                    "--seed: " + arguments.get(1) + " (expected: a whole number)");
        }
        return new DemoOptions(
                seeded ? Long.parseLong(arguments.get(1)) : SEED,
                arguments.stream().skip(seeded ? 2 : 0).map(URI::create).toList());
    }
}
