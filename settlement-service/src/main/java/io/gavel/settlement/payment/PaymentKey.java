package io.gavel.settlement.payment;

import java.util.regex.Pattern;

/**
 * What a charge is known by, here and at the provider, for ever: the same key is never charged
 * twice. It is made from the lot and the sale.
 */
public record PaymentKey(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless it has 1 to 200 ASCII letters, digits and {@code
     *     ._:/-}
     */
    public PaymentKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not a payment key (expected: 1 to 200 letters, digits or ._:/-)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
