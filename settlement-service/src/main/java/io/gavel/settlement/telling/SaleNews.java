package io.gavel.settlement.telling;

import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.sale.LotSale;
import java.time.Instant;
import java.util.List;

/**
 * A step that a sale has taken.
 *
 * @param sale after it
 */
public record SaleNews(LotSale sale, int revision, List<Effect> effects, Instant at) {

    public SaleNews {
        effects = List.copyOf(effects);
    }
}
