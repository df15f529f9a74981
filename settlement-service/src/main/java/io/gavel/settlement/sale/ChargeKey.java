package io.gavel.settlement.sale;

import io.gavel.contracts.lot.LotId;

/**
 * What a charge is known by, here and at whoever collects it: the same key is never charged twice.
 *
 * @param round 0 for the winner, then one more with each offer
 * @param attempt 0 for the first; another follows only after the one before was declined
 */
public record ChargeKey(LotId lot, int round, int attempt) {

    private static final String SEPARATOR = "/";

    /**
     * Reads {@code lot/round/attempt}.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static ChargeKey parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        try {
            if (parts.length == 3) {
                return new ChargeKey(
                        LotId.parse(parts[0]),
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "charge: " + text + " (expected: lot/round/attempt)", e);
        }
        throw new IllegalArgumentException("charge: " + text + " (expected: lot/round/attempt)");
    }

    @Override
    public String toString() {
        return lot + SEPARATOR + round + SEPARATOR + attempt;
    }
}
