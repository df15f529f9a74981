package io.gavel.systemtests.observability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which series a PromQL expression selects, and by which labels it groups and joins. Only as much
 * of the language as is in use here: a function that is not listed counts as a metric, and is then
 * one that nobody exposes.
 *
 * @param selectors in the order they stand
 * @param grouping what stands in {@code by}, {@code on} and the like
 */
record PromQl(List<Selector> selectors, List<String> grouping) {

    /** A metric and what its labels must be. */
    record Selector(String metric, List<Match> matches) {}

    /** What a label must be, or must not. */
    record Match(String label, String operator, String value) {

        boolean fits(String actual) {
            return switch (operator) {
                case "=" -> actual.equals(value);
                case "!=" -> !actual.equals(value);
                case "=~" -> actual.matches(value);
                case "!~" -> !actual.matches(value);
                default -> throw new IllegalArgumentException("operator: " + operator);
            };
        }
    }

    private static final Set<String> FUNCTIONS =
            Set.of(
                    "abs",
                    "absent",
                    "count",
                    "histogram_quantile",
                    "increase",
                    "max",
                    "min",
                    "rate",
                    "sum",
                    "time",
                    "vector");
    private static final Set<String> GROUPING =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s+"
                            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\")"
                            + "|(?<range>\\[[^\\]]*])"
                            + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
                            + "|(?<number>[0-9][0-9.]*(?:e-?[0-9]+)?)"
                            + "|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^=<>(){},])");

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException if it has something that is not understood here
     */
    static PromQl read(String expression) {
        Deque<String> tokens = tokens(expression);
        PromQl found = new PromQl(new ArrayList<>(), new ArrayList<>());
        while (!tokens.isEmpty()) {
            String token = tokens.removeFirst();
            if (!isName(token) || WORDS.contains(token.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (GROUPING.contains(token)) {
                found.grouping.addAll(list(tokens));
            } else if (!FUNCTIONS.contains(token)) {
                found.selectors.add(new Selector(token, matches(tokens)));
            }
        }
        return found;
    }

    private static Deque<String> tokens(String expression) {
        Deque<String> tokens = new ArrayDeque<>();
        Matcher matcher = TOKEN.matcher(expression);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            if (!matcher.group().isBlank() && matcher.group("range") == null) {
                tokens.add(matcher.group());
            }
        }
        if (end != expression.length()) {
            throw new IllegalArgumentException(
                    "not understood: " + expression.substring(end) + " in " + expression);
        }
        return tokens;
    }

    private static boolean isName(String token) {
        return token.matches("[a-zA-Z_:].*");
    }

    /** Names between parentheses. */
    private static List<String> list(Deque<String> tokens) {
        List<String> names = new ArrayList<>();
        expect("(", tokens);
        for (String next = tokens.removeFirst(); !next.equals(")"); next = tokens.removeFirst()) {
            if (isName(next)) {
                names.add(next);
            }
        }
        return names;
    }

    /** What stands in braces behind a metric, if anything does. */
    private static List<Match> matches(Deque<String> tokens) {
        List<Match> matches = new ArrayList<>();
        if (!"{".equals(tokens.peekFirst())) {
            return matches;
        }
        tokens.removeFirst();
        for (String next = tokens.removeFirst(); !next.equals("}"); next = tokens.removeFirst()) {
            if (isName(next)) {
                String operator = tokens.removeFirst();
                String value = tokens.removeFirst();
                matches.add(new Match(next, operator, value.substring(1, value.length() - 1)));
            }
        }
        return matches;
    }

    private static void expect(String wanted, Deque<String> tokens) {
        String next = tokens.removeFirst();
        if (!next.equals(wanted)) {
            throw new IllegalArgumentException(next + " (expected: " + wanted + ")");
        }
    }
}
