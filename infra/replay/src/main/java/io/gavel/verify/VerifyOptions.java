package io.gavel.verify;

import io.gavel.contracts.lot.CanonicalUuid;
import io.gavel.replay.BadUsage;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to verify.
 *
 * @param target a lot's id or a file; empty when a receipt is to be checked
 * @param url of the house; default {@value #DEFAULT_URL}
 * @param token of an operator, to fetch stored commands with; null means one of the demo mode
 * @param fetchCommands whether to fetch the stored commands of a lot
 * @param commands a file of them instead
 * @param receipt a file, {@code -} is standard input
 * @param keys a file or URL; null means those at the house
 * @param log a file in which the receipt must stand
 */
record VerifyOptions(
        String target,
        String url,
        @Nullable String token,
        boolean fetchCommands,
        @Nullable String commands,
        @Nullable String receipt,
        @Nullable String keys,
        @Nullable String log) {

    static final String DEFAULT_URL = "http://localhost:8080";

    static final String USAGE =
            """
            usage: ./gavel verify LOT [--url URL] [--token TOKEN | --no-commands]
                   ./gavel verify FILE [--commands FILE]
                   ./gavel verify --receipt FILE [--keys FILE|URL] [--log FILE]

              Checks the public log of a lot, fetched by its id or given as FILE (one event a line, exact bytes; - is
              standard input): versions, hash chain, order, the hash of the rules, nothing after the close. Where the
              commands are at hand, decides them again and compares every byte. Prints one line:

                consistent | malformed_at N | version_gap_at N | hash_break_at N | order_break_at N
                | rules_hash_break_at 1 | events_after_close_at N | mismatch_at N

              --url URL        where the house is (default: http://localhost:8080)
              --token TOKEN    of an operator, to fetch the stored commands with (default: GAVEL_TOKEN, or in demo mode
                               a fresh one)
              --no-commands    do not fetch them: the public bytes alone
              --commands FILE  stored commands, as ./gavel replay reads them

              --receipt FILE   a receipt (- is standard input) instead of a log; prints one line:
                               valid | malformed | unknown_key | bad_signature | not_in_log
              --keys FILE|URL  the public keys, a JWKS (default: /.well-known/jwks.json of the house)
              --log FILE       a log in which the receipt's version and hash must stand

              Exit code: 0 if consistent or valid, 1 if not, 2 if it could not be checked.
            """;

    private static final Set<String> OPTIONS =
            Set.of("--url", "--token", "--commands", "--receipt", "--keys", "--log");

    /**
     * Reads the command line.
     *
     * @param tokenOfEnvironment used where the command line names none
     * @throws BadUsage if an option is unknown, misplaced, or its value missing
     */
    static VerifyOptions parse(List<String> arguments, @Nullable String tokenOfEnvironment) {
        Map<String, String> given = new HashMap<>();
        boolean fetchCommands = true;
        String target = "";
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--no-commands")) {
                fetchCommands = false;
            } else if (OPTIONS.contains(argument)) {
                given.put(argument, value(argument, rest));
            } else {
                target = target(target, argument);
            }
        }
        VerifyOptions options =
                new VerifyOptions(
                        target,
                        given.getOrDefault("--url", DEFAULT_URL),
                        given.getOrDefault("--token", tokenOfEnvironment),
                        fetchCommands && !given.containsKey("--commands"),
                        given.get("--commands"),
                        given.get("--receipt"),
                        given.get("--keys"),
                        given.get("--log"));
        options.check();
        return options;
    }

    private void check() {
        if (target.isEmpty() == (receipt == null)) {
            throw new BadUsage("expected: a LOT, a FILE, or --receipt FILE");
        }
        if (receipt == null && (keys != null || log != null)) {
            throw new BadUsage("--keys and --log go with --receipt only");
        }
        if (receipt != null && commands != null) {
            throw new BadUsage("--commands goes with a LOT or a FILE only");
        }
    }

    /** The lot, if the target is one; null if it is a file. */
    @Nullable UUID lot() {
        try {
            return CanonicalUuid.parse(target);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new BadUsage(option + ": nothing (expected: a value)");
        }
        return rest.next();
    }

    private static String target(String before, String argument) {
        if (argument.startsWith("-") && !argument.equals("-")) {
            throw new BadUsage(
                    argument
                            + ": unknown (expected: --no-commands, "
                            + String.join(", ", OPTIONS.stream().sorted().toList())
                            + ")");
        }
        if (!before.isEmpty()) {
            throw new BadUsage(argument + ": a second target (expected: one LOT or FILE)");
        }
        return argument;
    }
}
