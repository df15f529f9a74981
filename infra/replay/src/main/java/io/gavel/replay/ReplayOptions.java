package io.gavel.replay;

import io.gavel.contracts.lot.AccountId;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to replay.
 *
 * @param file {@code -} is standard input; empty only when bids are to be made up
 * @param whatIf a file of other rules; null means the rules of the listing
 * @param without accounts whose commands are left out
 * @param generate how many bids to make up instead; null means none
 * @param lots over how many lots; 1 to 100,000; default 1
 */
record ReplayOptions(
        String file,
        @Nullable String whatIf,
        Set<AccountId> without,
        @Nullable Integer generate,
        int lots) {

    static final String USAGE =
            """
            usage: ./gavel replay FILE [--what-if RULES] [--without ACCOUNT]...
                   ./gavel replay --generate N [--lots L]

              Decides the commands of FILE (- is standard input) with the core that production runs, and prints
              {"decision":…} and then {"event":…} lines in the exact bytes of production. A line of FILE:
              {"T":"<instant>","command":{…}}, and "offset" and "partition" if they matter.

              --what-if RULES    a JSON object of listing fields that replace the listing's, null takes one away
              --without ACCOUNT  leave this account's commands out; may be given several times
                                 with either, print what would be different instead
              --generate N       print a file of N made-up bids (at most 100,000,000), always the same
              --lots L           on L lots in turn (at most 100,000; default 1)

              Exit code: 0; 1 if lines could not be read (told on standard error); 2 if nothing could be done.
            """;

    private static final int MOST_BIDS = 100_000_000;
    private static final int MOST_LOTS = 100_000;

    /**
     * Reads the command line.
     *
     * @throws BadUsage if an option is unknown, or its value wrong or missing
     */
    static ReplayOptions parse(List<String> arguments) {
        String file = "";
        String whatIf = null;
        Set<AccountId> without = new LinkedHashSet<>();
        Integer generate = null;
        int lots = 1;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--what-if" -> whatIf = value(argument, rest);
                case "--without" -> without.add(account(value(argument, rest)));
                case "--generate" -> generate = number(argument, value(argument, rest), MOST_BIDS);
                case "--lots" -> lots = number(argument, value(argument, rest), MOST_LOTS);
                default -> file = file(file, argument);
            }
        }
        if (file.isEmpty() == (generate == null)) {
            throw new BadUsage("expected: a FILE (or - for standard input), or --generate N");
        }
        return new ReplayOptions(file, whatIf, without, generate, lots);
    }

    boolean compares() {
        return whatIf != null || !without.isEmpty();
    }

    private static String file(String before, String argument) {
        if (argument.startsWith("-") && !argument.equals("-")) {
            throw new BadUsage(
                    argument + ": unknown (expected: --what-if, --without, --generate or --lots)");
        }
        if (!before.isEmpty()) {
            throw new BadUsage(argument + ": a second file (expected: one)");
        }
        return argument;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new BadUsage(option + ": nothing (expected: a value)");
        }
        return rest.next();
    }

    private static AccountId account(String text) {
        try {
            return new AccountId(text);
        } catch (IllegalArgumentException e) {
            throw new BadUsage("--without: " + e.getMessage());
        }
    }

    private static int number(String option, String text, int most) {
        boolean digits = text.matches("\\d{1,9}");
        if (!digits || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new BadUsage(option + ": " + text + " (expected: a number, 1 to " + most + ")");
        }
        return Integer.parseInt(text);
    }
}
