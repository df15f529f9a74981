package io.gavel.bidding.auction;

import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.Rules;
import io.gavel.contracts.lot.SoftClose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bid on an open English lot (RULES, "English"): a maximum against the standing leader's maximum.
 *
 * @param paddle the bidder's, or the next one if this is his first bid
 * @param max the most he will pay
 */
record EnglishBid(
        Bidding bidding, AccountId by, Paddle paddle, Money max, boolean confirmLarge, Instant at) {

    Verdict verdict() {
        Terms terms = bidding.terms();
        if (by.equals(terms.seller())) {
            return refused(Reason.OWN_LOT);
        }
        return switch (bidding.standing()) {
            case Standing.Led led when led.leader().equals(by) -> raise(led);
            case Standing.Led led ->
                    tooLow() ? refused(Reason.TOO_LOW) : unlessLarge(challenge(led));
            case Standing.NoBids() -> tooLow() ? refused(Reason.TOO_LOW) : unlessLarge(first());
        };
    }

    private boolean tooLow() {
        return !max.isAtLeast(bidding.next());
    }

    private List<Fact> first() {
        Money price = bidding.terms().liftedToReserve(bidding.next(), max);
        return changing(List.of(bidAt(price, null)));
    }

    private List<Fact> challenge(Standing.Led led) {
        Rules rules = bidding.terms().rules();
        List<Fact> facts = new ArrayList<>(4);
        if (max.isMoreThan(led.max())) {
            if (led.max().isMoreThan(led.price())) {
                facts.add(new Fact.AutoBidPlaced(led.paddle(), led.max(), led.at(led.max())));
            }
            Money price = max.min(rules.increments().next(led.max()));
            facts.add(bidAt(bidding.terms().liftedToReserve(price, max), led.max()));
        } else {
            Standing.Led challenged = led.against(max);
            facts.add(new Fact.BidPlaced(paddle, max, challenged.at(max)));
            Money price = led.max().min(rules.increments().next(max));
            facts.add(new Fact.AutoBidPlaced(led.paddle(), price, challenged.at(price)));
        }
        return changing(facts);
    }

    private Verdict raise(Standing.Led led) {
        if (!max.isMoreThan(led.max())) {
            return refused(Reason.BELOW_OWN_MAX);
        }
        Standing.Led raised = led.upTo(max);
        Money price = bidding.terms().liftedToReserve(stepCompleted(led), max);
        if (price.equals(led.price())) {
            return unlessLarge(List.of(new Fact.MaximumRaised(raised)));
        }
        Fact autoBid = new Fact.AutoBidPlaced(led.paddle(), price, raised.at(price));
        boolean reached =
                !bidding.terms().reserveMetBy(led.price()) && bidding.terms().reserveMetBy(price);
        return unlessLarge(
                reached ? List.of(autoBid, new Fact.ReserveReached()) : List.of(autoBid));
    }

    /** The price after a raise, before the reserve is looked at (ADR 7). */
    private Money stepCompleted(Standing.Led led) {
        Rules rules = bidding.terms().rules();
        Money underbid = led.underbid();
        return rules.ownRaise() == OwnRaise.KEEPS_PRICE || underbid == null
                ? led.price()
                : led.price().max(max.min(rules.increments().next(underbid)));
    }

    private Fact.BidPlaced bidAt(Money price, @Nullable Money underbid) {
        return new Fact.BidPlaced(
                paddle, price, new Standing.Led(by, paddle, max, price, underbid));
    }

    /** Adds what follows from a change of price or leader. */
    private List<Fact> changing(List<Fact> bids) {
        List<Fact> facts = new ArrayList<>(bids);
        if (reachesReserve(bids)) {
            facts.add(new Fact.ReserveReached());
        }
        Instant extended = extended();
        if (extended.isAfter(bidding.closesAt())) {
            facts.add(new Fact.ClosingMoved(extended));
        }
        return facts;
    }

    private boolean reachesReserve(List<Fact> bids) {
        Terms terms = bidding.terms();
        boolean metBefore =
                switch (bidding.standing()) {
                    case Standing.NoBids() -> terms.listing().reserve() == null;
                    case Standing.Led led -> terms.reserveMetBy(led.price());
                };
        boolean metNow =
                bids.getLast() instanceof Fact.BidPlaced(_, var price, _)
                        && terms.reserveMetBy(price);
        return !metBefore && metNow;
    }

    /**
     * {@code max(closesAt, T + extension)}, at most {@code maxExtension} behind the end that was
     * listed.
     */
    private Instant extended() {
        Rules rules = bidding.terms().rules();
        SoftClose soft = rules.softClose();
        Instant closesAt = bidding.closesAt();
        if (soft == null || at.isBefore(closesAt.minus(soft.window()))) {
            return closesAt;
        }
        Instant wanted = at.plus(soft.extension());
        var cap = soft.maxExtension();
        Instant latest = cap == null ? wanted : rules.closesAt().plus(cap);
        return wanted.isBefore(latest) ? wanted : latest;
    }

    private Verdict unlessLarge(List<Fact> facts) {
        Integer factor = bidding.terms().rules().largeBidFactor();
        boolean large = factor != null && (max.minor() - 1) / factor >= bidding.next().minor();
        return large && !confirmLarge
                ? refused(Reason.CONFIRM_LARGE)
                : new Verdict(facts, new Answer.BidAccepted(paddle, max));
    }

    private static Verdict refused(Reason reason) {
        return new Verdict(List.of(), new Answer.Refused(reason));
    }
}
