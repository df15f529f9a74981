package io.gavel.settlement.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/**
 * The currencies of ISO 4217 by Joda-Money's table. What was withdrawn and is not in it, yet could
 * be listed, is looked up in the JDK's; what has no minor unit (gold, say) counts whole ones.
 */
public final class Currencies {

    private Currencies() {}

    /**
     * How many decimals the amounts of a currency have: EUR 2, JPY 0, KWD 3.
     *
     * @throws IllegalArgumentException if there is no such currency
     */
    public static int decimals(String code) {
        try {
            return Math.max(0, CurrencyUnit.of(code).getDecimalPlaces());
        } catch (IllegalCurrencyException e) {
            return withdrawn(code);
        }
    }

    private static int withdrawn(String code) {
        try {
            return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency: " + code + " (expected: an ISO 4217 code such as EUR)", e);
        }
    }

    /** How many minor units one major unit has: 100 cents, 1 yen, 1,000 fils. */
    static long minorPerMajor(String code) {
        return BigDecimal.ONE.movePointRight(decimals(code)).longValueExact();
    }

    /** Such as {@code 1,234.50 EUR}. */
    static String text(String code, long minor) {
        int decimals = decimals(code);
        return String.format(
                Locale.ROOT, "%,." + decimals + "f %s", BigDecimal.valueOf(minor, decimals), code);
    }
}
