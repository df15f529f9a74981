package io.gavel.bidding.auction;

import io.gavel.contracts.lot.Money;
import java.time.Instant;

/**
 * One bid as it was placed, on a lot that keeps all its bids.
 *
 * @param place among the lot's bids, in log order
 * @param counted whether the public saw it as a bid; raising one's own maximum is not seen
 */
public record Placed(Money amount, Instant at, int place, boolean counted) {

    Placed atMost(Money max) {
        return new Placed(amount.min(max), at, place, counted);
    }

    @Override
    public String toString() {
        return "Placed[place=" + place + "]";
    }
}
