package io.gavel.bidding.auction;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one bidder has on a lot.
 *
 * @param max his maximum as it stands; on a sealed lot, his bid
 * @param bids all his bids that stand, in log order, on a lot that keeps them; else none
 */
public record Hand(AccountId account, Paddle paddle, Money max, List<Placed> bids) {

    /** The most bids that one bidder may have standing on a lot that keeps all bids. */
    static final int MAX_BIDS = 100;

    /** The best bid first: the higher maximum, of equal ones the earlier (RULES). */
    static final Comparator<Hand> BEST_FIRST =
            Comparator.comparing(Hand::max).reversed().thenComparingInt(Hand::place);

    public Hand {
        bids = List.copyOf(bids);
    }

    /** Of a bidder on a lot that does not keep bids, or whose bids are all gone. */
    static Hand of(AccountId account, Paddle paddle, Money max) {
        return new Hand(account, paddle, max, List.of());
    }

    Hand and(Placed bid) {
        List<Placed> more = new ArrayList<>(bids.size() + 1);
        more.addAll(bids);
        more.add(bid);
        return new Hand(account, paddle, bid.amount(), more);
    }

    Hand only(Placed bid) {
        return new Hand(account, paddle, bid.amount(), List.of(bid));
    }

    Hand lowered(Money to) {
        return new Hand(account, paddle, to, bids.stream().map(bid -> bid.atMost(to)).toList());
    }

    /** Without the last bids, as many as said. */
    Hand without(int last) {
        List<Placed> left = bids.subList(0, bids.size() - last);
        return new Hand(
                account, paddle, left.isEmpty() ? Money.ZERO : left.getLast().amount(), left);
    }

    /**
     * The place of the first of his bids that is as high as his maximum: of equal maxima the
     * earlier leads, and one raised and lowered again is as early as before.
     */
    private int place() {
        for (Placed bid : bids) {
            if (bid.amount().isAtLeast(max)) {
                return bid.place();
            }
        }
        throw new IllegalStateException("no bid of " + this + " is as high as his maximum");
    }

    @Override
    public String toString() {
        return "Hand[paddle=" + paddle + "]";
    }
}
