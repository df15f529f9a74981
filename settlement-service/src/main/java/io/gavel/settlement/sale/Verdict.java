package io.gavel.settlement.sale;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.sale.Sale;

/** What becomes of a closed lot. */
sealed interface Verdict {

    /** All is known: this is its one sale. */
    record Settled(Sale sale) implements Verdict {}

    /** Not yet: {@code missing} will come on another topic. */
    record Waiting(LotId lot, String missing) implements Verdict {}
}
