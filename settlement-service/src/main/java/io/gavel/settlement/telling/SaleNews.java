package io.gavel.settlement.telling;

import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that a sale has taken.
 *
 * @param before the state it left, maybe for the same; null for the first step
 * @param sale after it
 */
public record SaleNews(
        @Nullable State before, LotSale sale, int revision, List<Effect> effects, Instant at) {

    public SaleNews {
        effects = List.copyOf(effects);
    }

    /** Whether the sale came into another state with it. */
    boolean isOfState() {
        return before == null || before.word() != sale.state().word();
    }
}
