package io.gavel.settlement.sale;

import io.gavel.contracts.lot.LotId;
import java.util.List;

/** What becomes of a closed lot. */
public sealed interface Verdict {

    /** All is known: this is its one sale. */
    record Settled(LotSale sale, List<Effect> effects) implements Verdict {
        public Settled {
            effects = List.copyOf(effects);
        }
    }

    /** Not yet: {@code missing} will come on another topic. */
    record Waiting(LotId lot, String missing) implements Verdict {}
}
