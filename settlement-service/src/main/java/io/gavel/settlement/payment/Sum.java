package io.gavel.settlement.payment;

import java.util.Currency;

/**
 * An amount to collect.
 *
 * @param minor in the currency's minor unit by ISO 4217, more than 0
 * @param currency its three capitals by ISO 4217
 */
public record Sum(long minor, String currency) {

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless there is something to collect in a known currency
     */
    public Sum {
        if (minor <= 0) {
            throw new IllegalArgumentException("sum: " + minor + " (expected: more than 0)");
        }
        Currency.getInstance(currency);
    }

    @Override
    public String toString() {
        return minor + " " + currency;
    }
}
