package io.gavel.bidding.auction;

import io.gavel.contracts.event.Happening;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.List;

/** A falling price, accepted (RULES, "Dutch"). */
final class DutchAuction {

    private DutchAuction() {}

    /** The first to accept wins, at the price of the command's time. */
    static Verdict accept(DutchBidding bidding, Bidder bidder, Instant at) {
        return bidder.barredFrom(bidding.terms()).orElseGet(() -> sold(bidding, bidder, at));
    }

    private static Verdict sold(DutchBidding bidding, Bidder bidder, Instant at) {
        Money price = bidding.priceAt(at);
        Standing.Led winner =
                new Standing.Led(bidder.account(), bidder.paddle(), price, price, null);
        List<Fact> facts =
                List.of(
                        new Fact.HandChanged(Hand.of(bidder.account(), bidder.paddle(), price)),
                        new Fact.BidPlaced(bidder.paddle(), price, winner),
                        new Fact.HammerFell(
                                CloseOutcome.SOLD,
                                price,
                                bidder.paddle(),
                                at,
                                Happening.Closed.ACCEPTED));
        return Verdict.bidAccepted(facts, bidder.paddle(), price);
    }
}
