package io.gavel.settlement.money;

import org.jspecify.annotations.Nullable;

/**
 * A tax on one line of the bill.
 *
 * @param on the line that is taxed
 * @param currency of the lots it is for, null for all; the only sign of a place that a lot has
 */
public record TaxRule(Line on, @Nullable String currency, Rate rate) {

    /** What can be taxed. */
    public enum Line {
        HAMMER,
        PREMIUM
    }

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException if there is no such currency
     */
    public TaxRule {
        if (currency != null) {
            Currencies.decimals(currency);
        }
    }

    boolean fits(Line line, String lotCurrency) {
        return on == line && (currency == null || currency.equals(lotCurrency));
    }
}
