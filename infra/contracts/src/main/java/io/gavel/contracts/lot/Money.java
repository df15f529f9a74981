package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount in the minor unit of the lot's currency (cents for EUR, yen for JPY), never negative.
 */
public record Money(@JsonValue long minor) implements Comparable<Money> {

    /** The largest amount, 10^15 minor units: below 2^53, so that every client reads it exactly. */
    public static final long MAX_MINOR = 1_000_000_000_000_000L;

    public static final Money ZERO = new Money(0);

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless 0 &lt;= minor &lt;= {@link #MAX_MINOR}
     */
    @JsonCreator
    public Money {
        if (minor < 0 || minor > MAX_MINOR) {
            throw new IllegalArgumentException(
                    minor + " (expected: 0 to " + MAX_MINOR + " minor units)");
        }
    }

    /** The sum, or {@link #MAX_MINOR} where it would be more. */
    public Money plus(Money other) {
        return new Money(Math.min(MAX_MINOR, minor + other.minor));
    }

    public Money min(Money other) {
        return minor <= other.minor ? this : other;
    }

    public Money max(Money other) {
        return minor >= other.minor ? this : other;
    }

    public boolean isAtLeast(Money other) {
        return minor >= other.minor;
    }

    public boolean isMoreThan(Money other) {
        return minor > other.minor;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return Long.toString(minor);
    }
}
