package io.gavel.bidding.auction;

import static io.gavel.contracts.decision.Reason.INVALID;
import static io.gavel.contracts.decision.Reason.NOT_ALLOWED;
import static io.gavel.contracts.decision.Reason.TOO_LOW;

import io.gavel.contracts.event.Happening;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be done on an open English lot besides bidding. */
record EnglishAuction(EnglishBidding bidding, Instant at) {

    /** RULES, "Lower own maximum": the price does not change. */
    Verdict lowerMax(AccountId by, Money amount) {
        if (!(bidding.standing() instanceof Standing.Led led) || !led.leader().equals(by)) {
            return Verdict.refused(NOT_ALLOWED, "only the leader can lower his maximum");
        }
        if (led.price().isMoreThan(amount)) {
            return Verdict.refused(
                    TOO_LOW,
                    "amount: " + amount + " (expected: >= " + led.price() + ", the price)");
        }
        if (amount.isAtLeast(led.max())) {
            return Verdict.refused(
                    INVALID,
                    "amount: " + amount + " (expected: below your maximum, " + led.max() + ")");
        }
        Hand known = bidding.book().hand(led.paddle());
        Hand lowered = known == null ? Hand.of(by, led.paddle(), amount) : known.lowered(amount);
        return Verdict.bidAccepted(
                List.of(new Fact.HandChanged(lowered), new Fact.MaximumChanged(led.upTo(amount))),
                led.paddle(),
                amount);
    }

    /** RULES, "Buy now": at the offer's price, whatever maximum stands against it. */
    Verdict buyNow(Bidder bidder) {
        BuyNowOffer offer = bidding.rules().buyNow();
        Optional<Verdict> barred = bidder.barredFrom(bidding.terms());
        if (barred.isPresent()) {
            return barred.get();
        }
        if (offer == null || !stands(offer)) {
            return Verdict.refused(
                    NOT_ALLOWED,
                    offer == null
                            ? "the lot has no buy-now price"
                            : "the buy-now offer has ended (" + offer.policy().word() + ")");
        }
        Standing.Led bought =
                new Standing.Led(
                        bidder.account(), bidder.paddle(), offer.price(), offer.price(), null);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.BidPlaced(bidder.paddle(), offer.price(), bought));
        if (!bidding.isReserveMet()) {
            facts.add(new Fact.ReserveReached());
        }
        facts.add(
                new Fact.HammerFell(
                        CloseOutcome.SOLD,
                        offer.price(),
                        bidder.paddle(),
                        at,
                        Happening.Closed.BUY_NOW));
        boolean keeps = bidding.rules().retraction();
        return Kept.bid(bidding.book(), keeps, bidder, offer.price(), at, true).accepted(facts);
    }

    private boolean stands(BuyNowOffer offer) {
        return switch (offer.policy()) {
            case FIRST_BID -> !bidding.hasBids();
            case RESERVE_MET -> !bidding.isReserveMet();
            case PRICE_REACHES ->
                    !(bidding.standing() instanceof Standing.Led led)
                            || offer.end().isMoreThan(led.price());
        };
    }

    /** Knocks down to the leader, if his price meets the reserve. */
    List<Fact> hammer(@Nullable String reason) {
        Fact fell =
                switch (bidding.standing()) {
                    case Standing.Led led when bidding.terms().reserveMetBy(led.price()) ->
                            new Fact.HammerFell(
                                    CloseOutcome.SOLD, led.price(), led.paddle(), at, reason);
                    case Standing.Led _, Standing.NoBids() ->
                            new Fact.HammerFell(CloseOutcome.UNSOLD, null, null, at, reason);
                };
        return List.of(fell);
    }
}
