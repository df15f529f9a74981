package io.gavel.settlement.sale;

import java.time.Instant;
import java.util.List;

/**
 * What a decision depends on besides the sale.
 *
 * @param ladder all who may be offered the lot, in any order
 */
public record Circumstances(
        Instant now, Terms terms, List<Underbid> ladder, AtProvider atProvider) {

    public Circumstances {
        ladder = List.copyOf(ladder);
    }
}
