package io.gavel.bidding.auction;

import static io.gavel.contracts.decision.Reason.BELOW_OWN_MAX;
import static io.gavel.contracts.decision.Reason.CONFIRM_LARGE;
import static io.gavel.contracts.decision.Reason.TOO_LOW;

import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bid on an open English lot (RULES, "English"): a maximum against the standing leader's maximum.
 *
 * @param max the most he will pay
 */
record EnglishBid(
        EnglishBidding bidding, Bidder bidder, Money max, boolean confirmLarge, Instant at) {

    Verdict verdict() {
        Optional<Verdict> barred = bidder.barredFrom(bidding.terms());
        if (barred.isPresent()) {
            return barred.get();
        }
        return switch (bidding.standing()) {
            case Standing.Led led when led.leader().equals(bidder.account()) -> raise(led);
            case Standing.Led led -> isTooLow() ? Verdict.refused(TOO_LOW) : challenge(led);
            case Standing.NoBids() -> isTooLow() ? Verdict.refused(TOO_LOW) : first();
        };
    }

    /** Below the next minimum, or not even above a price that is the largest amount there is. */
    private boolean isTooLow() {
        return !max.isAtLeast(bidding.next())
                || (bidding.standing() instanceof Standing.Led led && !max.isMoreThan(led.price()));
    }

    private Verdict first() {
        Money price = bidding.terms().liftedToReserve(bidding.next(), max);
        return changing(List.of(bidAt(price, null)));
    }

    private Verdict challenge(Standing.Led led) {
        List<Fact> facts = new ArrayList<>(2);
        if (max.isMoreThan(led.max())) {
            if (led.max().isMoreThan(led.price())) {
                facts.add(new Fact.AutoBidPlaced(led.paddle(), led.max(), led.at(led.max())));
            }
            Money price = max.min(rules().increments().next(led.max()));
            facts.add(bidAt(bidding.terms().liftedToReserve(price, max), led.max()));
        } else {
            Standing.Led challenged = led.against(max);
            facts.add(new Fact.BidPlaced(bidder.paddle(), max, challenged.at(max)));
            Money price = led.max().min(rules().increments().next(max));
            facts.add(new Fact.AutoBidPlaced(led.paddle(), price, challenged.at(price)));
        }
        return changing(facts);
    }

    private Verdict raise(Standing.Led led) {
        if (!max.isMoreThan(led.max())) {
            return Verdict.refused(BELOW_OWN_MAX);
        }
        Standing.Led raised = led.upTo(max);
        Money price = bidding.terms().liftedToReserve(stepCompleted(led), max);
        if (price.equals(led.price())) {
            return accepted(List.of(new Fact.MaximumChanged(raised)), false);
        }
        Fact autoBid = new Fact.AutoBidPlaced(led.paddle(), price, raised.at(price));
        boolean reached = !bidding.isReserveMet() && bidding.terms().reserveMetBy(price);
        return accepted(
                reached ? List.of(autoBid, new Fact.ReserveReached()) : List.of(autoBid), false);
    }

    /** The price after a raise, before the reserve is looked at (ADR 7). */
    private Money stepCompleted(Standing.Led led) {
        Money underbid = led.underbid();
        return rules().ownRaise() == OwnRaise.KEEPS_PRICE || underbid == null
                ? led.price()
                : led.price().max(max.min(rules().increments().next(underbid)));
    }

    private Fact.BidPlaced bidAt(Money price, @Nullable Money underbid) {
        return new Fact.BidPlaced(
                bidder.paddle(),
                price,
                new Standing.Led(bidder.account(), bidder.paddle(), max, price, underbid));
    }

    /** Adds what follows from a change of price or leader. */
    private Verdict changing(List<Fact> bids) {
        List<Fact> facts = new ArrayList<>(bids);
        if (!bidding.isReserveMet()
                && bids.getLast() instanceof Fact.BidPlaced(_, var price, _)
                && bidding.terms().reserveMetBy(price)) {
            facts.add(new Fact.ReserveReached());
        }
        LateBid.moves(bidding, at).ifPresent(facts::add);
        return accepted(facts, true);
    }

    private Verdict accepted(List<Fact> facts, boolean counted) {
        if (isLarge() && !confirmLarge) {
            return Verdict.refused(CONFIRM_LARGE);
        }
        return Kept.bid(bidding.book(), rules().retraction(), bidder, max, at, counted)
                .accepted(facts);
    }

    /** RULES, "Large bids". */
    private boolean isLarge() {
        return isLarge(rules(), max, bidding.next());
    }

    static boolean isLarge(Format.English rules, Money max, Money next) {
        Integer factor = rules.largeBidFactor();
        Money estimate = rules.estimate();
        return factor != null
                && (max.minor() - 1) / factor >= next.minor()
                && (estimate == null || (max.minor() - 1) / ESTIMATES >= estimate.minor());
    }

    /** A maximum up to so many times the estimate is not large. */
    private static final int ESTIMATES = 5;

    private Format.English rules() {
        return bidding.rules();
    }
}
