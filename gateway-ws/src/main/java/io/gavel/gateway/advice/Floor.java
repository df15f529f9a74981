package io.gavel.gateway.advice;

import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Rules;
import org.jspecify.annotations.Nullable;

/** Below what no bid of an account on an English lot without retraction ever counts. */
final class Floor {

    private Floor() {}

    /**
     * The starting price; more for an account whose bid was refused as too low at {@code refusedAt}
     * while it had no bid accepted. Whatever it had sent before then was not accepted. From then on
     * the price does not fall, so less than the least next minimum from there on is refused; and if
     * the account leads later, then with a maximum of at least that, which it can only raise.
     */
    static Money of(Rules rules, Format.English english, @Nullable Money refusedAt) {
        Money start = rules.startingPrice();
        return refusedAt == null || !refusedAt.isMoreThan(start)
                ? start
                : leastNextFrom(english.increments(), refusedAt);
    }

    /** The least next minimum at this price or above; a step may be smaller than one before it. */
    private static Money leastNextFrom(Ladder ladder, Money price) {
        Money least = ladder.next(price);
        for (Ladder.Rung rung : ladder.rungs()) {
            if (rung.from().isMoreThan(price)) {
                least = least.min(ladder.next(rung.from()));
            }
        }
        return least;
    }
}
