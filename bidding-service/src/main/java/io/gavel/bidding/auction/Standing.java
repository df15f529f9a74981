package io.gavel.bidding.auction;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import org.jspecify.annotations.Nullable;

/** Who leads an English lot, and at what price. */
public sealed interface Standing {

    /** Nobody has bid. */
    record NoBids() implements Standing {}

    /**
     * Somebody leads.
     *
     * @param max his secret maximum, at least the price
     * @param underbid the highest maximum of anybody else so far; null if he is alone or has bought
     *     the lot at once
     */
    record Led(AccountId leader, Paddle paddle, Money max, Money price, @Nullable Money underbid)
            implements Standing {

        Led at(Money newPrice) {
            return new Led(leader, paddle, max, newPrice, underbid);
        }

        Led upTo(Money newMax) {
            return new Led(leader, paddle, newMax, price, underbid);
        }

        /** After a challenge, which is above the price and so above every other maximum so far. */
        Led against(Money challenge) {
            return new Led(leader, paddle, max, price, challenge);
        }

        @Override
        public String toString() {
            return "Led[paddle=" + paddle + ", price=" + price + "]";
        }
    }
}
