package io.gavel.bidding.auction;

import static io.gavel.contracts.decision.Reason.NOT_ALLOWED;

import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bidder takes bids back (RULES, "Retraction"; the times are eBay's): with 12 hours left or more
 * all of them go, with less only the last one, within an hour of placing it.
 */
record Retraction(
        EnglishBidding bidding, Optional<Paddle> paddle, @Nullable String reason, Instant at) {

    private static final Duration LONG_BEFORE_THE_END = Duration.ofHours(12);
    private static final Duration SOON_AFTER_PLACING = Duration.ofHours(1);

    Verdict verdict() {
        if (!bidding.rules().retraction()) {
            return Verdict.refused(NOT_ALLOWED, "bids on this lot cannot be taken back");
        }
        Hand hand = paddle.map(bidding.book()::hand).orElse(null);
        if (hand == null || hand.bids().isEmpty()) {
            return Verdict.refused(NOT_ALLOWED, "no bid of yours stands on this lot");
        }
        boolean all = !at.plus(LONG_BEFORE_THE_END).isAfter(bidding.span().closesAt());
        if (!all && at.isAfter(hand.bids().getLast().at().plus(SOON_AFTER_PLACING))) {
            return Verdict.refused(
                    NOT_ALLOWED,
                    "less than 12 hours are left and your last bid is older than an hour");
        }
        return Verdict.accepted(retracted(hand, all ? hand.bids().size() : 1));
    }

    private List<Fact> retracted(Hand hand, int bids) {
        Hand after = hand.without(bids);
        List<Placed> gone = hand.bids().subList(hand.bids().size() - bids, hand.bids().size());
        int counted = (int) gone.stream().filter(Placed::counted).count();
        Standing.Led before = (Standing.Led) bidding.standing();
        Standing standing = standing(bidding.book().with(after), before.price());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.HandChanged(after));
        facts.add(new Fact.BidsRetracted(hand.paddle(), counted, reason, standing));
        if (!isSameToThePublic(before, standing)) {
            LateBid.moves(bidding, at).ifPresent(facts::add);
        }
        return facts;
    }

    /**
     * What the remaining maxima give, at most the price so far: one that its leader's raise left
     * less than a step above the underbidder does not rise because somebody else goes.
     */
    private Standing standing(Book left, Money priceSoFar) {
        List<Hand> ranked = left.ranked();
        if (ranked.isEmpty()) {
            return new Standing.NoBids();
        }
        Hand best = ranked.getFirst();
        Money underbid = ranked.size() > 1 ? ranked.get(1).max() : null;
        Money price =
                underbid == null
                        ? bidding.terms().rules().startingPrice()
                        : best.max().min(bidding.rules().increments().next(underbid));
        return new Standing.Led(
                best.account(),
                best.paddle(),
                best.max(),
                bidding.terms().liftedToReserve(price, best.max()).min(priceSoFar),
                underbid);
    }

    private static boolean isSameToThePublic(Standing.Led before, Standing after) {
        return after instanceof Standing.Led now
                && before.paddle().equals(now.paddle())
                && before.price().equals(now.price());
    }
}
