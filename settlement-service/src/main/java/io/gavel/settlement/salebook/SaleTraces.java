package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.tracing.Leg;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/**
 * To which traces sales belong that are not published yet. It is kept in memory only: a sale that
 * another replica publishes, or this one after it was started again, ends its trace unseen.
 */
@Component
public final class SaleTraces {

    private static final int MOST_LOTS = 1_000;

    private final LinkedHashMap<LotId, Leg> expected = new LinkedHashMap<>();

    /** The lot's sale will come of this. With more than 1,000 lots the first is forgotten. */
    public synchronized void expect(LotId lot, Leg settle) {
        expected.put(lot, settle);
        if (expected.size() > MOST_LOTS) {
            expected.pollFirstEntry();
        }
    }

    /** What the lot's sale comes of, once. */
    synchronized Leg of(LotId lot) {
        Leg settle = expected.remove(lot);
        return settle == null ? Leg.none() : settle;
    }
}
