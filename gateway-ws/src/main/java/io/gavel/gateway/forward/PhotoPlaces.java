package io.gavel.gateway.forward;

import io.gavel.contracts.lot.AccountId;
import java.util.HashMap;
import java.util.Map;

/** The places for photos on their way: so many in all, and so many for one account. */
final class PhotoPlaces {

    private final int all;
    private final int each;
    private final Map<AccountId, Integer> taken = new HashMap<>();
    private int takenInAll;

    PhotoPlaces(int all, int each) {
        this.all = all;
        this.each = each;
    }

    /** False where there is none. */
    synchronized boolean take(AccountId sender) {
        if (takenInAll >= all || taken.getOrDefault(sender, 0) >= each) {
            return false;
        }
        takenInAll++;
        taken.merge(sender, 1, Integer::sum);
        return true;
    }

    synchronized void leave(AccountId sender) {
        takenInAll--;
        taken.computeIfPresent(sender, (_, places) -> places == 1 ? null : places - 1);
    }
}
