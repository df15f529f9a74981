package io.gavel.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who wrote something else. */
final class Nearest {
    /** One mistake in so many letters, and two at least. */
    private static final int LETTERS_PER_MISTAKE = 5;

    private Nearest() {}

    /** The one with the fewest letters changed, if these are few. */
    static Optional<String> to(String written, Collection<String> names) {
        int most = Math.max(2, written.length() / LETTERS_PER_MISTAKE);
        return names.stream()
                .filter(name -> distance(written, name) <= most)
                .min(Comparator.comparingInt(name -> distance(written, name)));
    }

    /** Letters to add, remove or change (Levenshtein). */
    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] now = new int[to.length() + 1];
            now[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                now[column] =
                        Math.min(
                                before[column - 1] + change,
                                1 + Math.min(before[column], now[column - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
