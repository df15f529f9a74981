package io.gavel.bidding.oracle;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All bids that stand on an English lot, in log order, and the price they give. */
final class NaiveBids {

    /**
     * One bid.
     *
     * @param seen whether the public saw it as a bid
     */
    record Bid(AccountId by, long amount, Instant at, boolean seen) {}

    final List<Bid> all = new ArrayList<>();

    /** The first of the highest; null if there is none. */
    Bid best() {
        Bid best = null;
        for (Bid bid : all) {
            if (best == null || bid.amount > best.amount) {
                best = bid;
            }
        }
        return best;
    }

    /** His last one; null if there is none. */
    Bid lastOf(AccountId by) {
        return all.stream()
                .filter(bid -> bid.by.equals(by))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    void cap(AccountId by, long most) {
        all.replaceAll(bid ->
                bid.by.equals(by)
                        ? new Bid(by, Math.min(bid.amount, most), bid.at, bid.seen)
                        : bid);
    }

    /** The price by the two highest maxima of different bidders. */
    long price(long start, long reserve, Ladder ladder) {
        Bid best = best();
        if (best == null) {
            return start;
        }
        long second = 0;
        for (Bid bid : all) {
            if (!bid.by.equals(best.by)) {
                second = Math.max(second, bid.amount);
            }
        }
        long price = second == 0 ? start : Math.min(best.amount, above(second, ladder));
        return best.amount >= reserve ? Math.max(price, reserve) : price;
    }

    /** One step above an amount. */
    static long above(long amount, Ladder ladder) {
        long step = 0;
        for (var rung : ladder.rungs()) {
            if (rung.from().minor() <= amount) {
                step = rung.step().minor();
            }
        }
        return Math.min(Money.MAX_MINOR, amount + step);
    }
}
