package io.gavel.settlement.sale;

import java.util.Set;

/**
 * What a provider has to do with a sale's charges.
 *
 * @param underway those that it is collecting, or giving back, now
 * @param collected those that it has collected, so that it can give them back
 * @param unclear those of which it does not say whether it has collected them
 */
public record AtProvider(
        Set<ChargeKey> underway, Set<ChargeKey> collected, Set<ChargeKey> unclear) {

    /** Nothing. */
    public static final AtProvider NOTHING = new AtProvider(Set.of(), Set.of(), Set.of());

    public AtProvider {
        underway = Set.copyOf(underway);
        collected = Set.copyOf(collected);
        unclear = Set.copyOf(unclear);
    }
}
