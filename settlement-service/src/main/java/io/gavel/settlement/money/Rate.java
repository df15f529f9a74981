package io.gavel.settlement.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of an amount, exact to the ten-thousandth of a percent.
 *
 * @param millionths from 0 to 1,000,000, which is all of it
 */
public record Rate(int millionths) {

    public static final Rate NONE = new Rate(0);

    private static final int DECIMALS = 6;

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless it is from 0 to 100 %
     */
    public Rate {
        if (millionths < 0 || millionths > 1_000_000) {
            throw new IllegalArgumentException(
                    "rate: " + percent(millionths) + " % (expected: 0 to 100 %)");
        }
    }

    /**
     * Such as {@code 20} or {@code 8.25}.
     *
     * @throws IllegalArgumentException unless it is from 0 to 100 with at most 4 decimals
     */
    public static Rate percent(BigDecimal percent) {
        try {
            return new Rate(percent.movePointRight(4).intValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "rate: " + percent + " % (expected: 0 to 100 %, at most 4 decimals)", e);
        }
    }

    /** This part of an amount, rounded half up in minor units. */
    public Amount of(Amount amount) {
        if (amount.minor() < 0) {
            throw new IllegalArgumentException(amount + " (expected: 0 or more)");
        }
        return new Amount(amount.currency(), rounded(exactly(amount.minor())));
    }

    /** In minor units, not rounded. */
    BigDecimal exactly(long minor) {
        return BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(millionths, DECIMALS));
    }

    /** Half up, as all lines are rounded (RULES, "Settlement"). */
    static long rounded(BigDecimal minor) {
        return minor.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Such as 25 or 8.875, without zeros at the end. */
    public BigDecimal percent() {
        return new BigDecimal(percent(millionths));
    }

    /** Such as {@code 25 %}. */
    public String text() {
        return percent(millionths) + " %";
    }

    private static String percent(int millionths) {
        return BigDecimal.valueOf(millionths, 4).stripTrailingZeros().toPlainString();
    }
}
