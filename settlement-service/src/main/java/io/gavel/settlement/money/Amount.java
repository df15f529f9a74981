package io.gavel.settlement.money;

import io.gavel.contracts.lot.Money;

/**
 * An amount of a currency, in its minor unit; negative where something is owed or given back.
 *
 * @param currency an ISO 4217 code
 * @param minor at most {@link #MAX_MINOR} either way
 */
public record Amount(String currency, long minor) {

    /**
     * 2^53 - 1, which every client reads exactly; no bill on the largest hammer price reaches it.
     */
    public static final long MAX_MINOR = (1L << 53) - 1;

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException if there is no such currency, or the amount is too large
     */
    public Amount {
        Currencies.decimals(currency);
        if (minor < -MAX_MINOR || minor > MAX_MINOR) {
            throw new IllegalArgumentException(
                    minor + " (expected: -" + MAX_MINOR + " to " + MAX_MINOR + " minor units)");
        }
    }

    public static Amount of(Money money, String currency) {
        return new Amount(currency, money.minor());
    }

    public static Amount zero(String currency) {
        return new Amount(currency, 0);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException if the currencies differ, or it is too large
     */
    public Amount plus(Amount other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(other.currency + " (expected: " + currency + ")");
        }
        return new Amount(currency, minor + other.minor);
    }

    public Amount minus(Amount other) {
        return plus(other.negated());
    }

    public Amount negated() {
        return new Amount(currency, -minor);
    }

    /** As people read it, such as {@code 1,234.50 EUR}. */
    public String text() {
        return Currencies.text(currency, minor);
    }

    @Override
    public String toString() {
        return text();
    }
}
