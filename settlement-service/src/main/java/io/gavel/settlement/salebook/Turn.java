package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that a sale has taken, with all that is written of it in one transaction.
 *
 * @param before the state it left, maybe for the same; null for the first step
 * @param sale after the step
 * @param revision 1 for the first
 */
record Turn(
        @Nullable State before,
        LotSale sale,
        int revision,
        List<Effect> effects,
        Instant at,
        Cause cause) {

    /**
     * What brought it about.
     *
     * @param key by which it is known when it comes again
     * @param actor an account, or {@code settlement}
     * @param what in one word
     * @param note what was given with it
     */
    record Cause(String key, String actor, String what, String note) {

        static final String SETTLEMENT = "settlement";

        boolean isAs(Cause other) {
            return what.equals(other.what) && note.equals(other.note) && actor.equals(other.actor);
        }
    }

    LotId lot() {
        return sale.lot().id();
    }

    static Turn first(LotSale sale, List<Effect> effects, Instant at) {
        return new Turn(
                null, sale, 1, effects, at, new Cause("closed", Cause.SETTLEMENT, "closed", ""));
    }
}
