package io.gavel.settlement.ledger;

import io.gavel.settlement.money.Amount;
import java.util.List;

/**
 * One posting: its lines are of one currency and sum to zero, so that nothing appears or
 * disappears.
 */
public record Entry(Kind kind, List<Line> lines) {

    /** Why it was made. */
    public enum Kind {
        INVOICE("invoice"),
        CREDIT_NOTE("credit-note"),
        PAYMENT("payment"),
        OWED_BACK("owed-back"),
        REFUND("refund");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the database. */
        public String word() {
            return word;
        }
    }

    /** What an account gets, negative for what it gives. */
    public record Line(Account account, Amount amount) {}

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException if there is no line, the currencies differ or the sum is not
     *     zero
     */
    public Entry {
        lines = List.copyOf(lines);
        Amount sum =
                lines.stream()
                        .map(Line::amount)
                        .reduce(Amount::plus)
                        .orElseThrow(
                                () -> new IllegalArgumentException("no line (expected: some)"));
        if (sum.minor() != 0) {
            throw new IllegalArgumentException("sum: " + sum + " (expected: 0) of " + lines);
        }
    }
}
