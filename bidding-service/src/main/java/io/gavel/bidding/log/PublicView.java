package io.gavel.bidding.log;

import io.gavel.bidding.auction.Fact;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.event.Happening;
import org.jspecify.annotations.Nullable;

/** What the public learns of a fact. */
final class PublicView {

    private PublicView() {}

    /** The event, or null where it is nobody else's business. */
    static @Nullable Happening of(Fact fact) {
        return switch (fact) {
            case Fact.LotListed(var seller, var listing) ->
                    new Happening.Listed(
                            seller,
                            listing.title(),
                            listing.description(),
                            listing.photos(),
                            listing.rules(),
                            EventJson.hashOf(listing.rules()));
            case Fact.BiddingOpened _ -> new Happening.Opened();
            case Fact.BidPlaced(var paddle, var amount, _) -> new Happening.Bid(paddle, amount);
            case Fact.AutoBidPlaced(var paddle, var amount, _) ->
                    new Happening.AutoBid(paddle, amount);
            case Fact.SealedBidPlaced() -> new Happening.SealedBid();
            case Fact.BidRevealed(var paddle, var amount) -> new Happening.Revealed(paddle, amount);
            case Fact.BidsRetracted(var paddle, int counted, var reason, _) ->
                    new Happening.BidRetracted(paddle, counted, reason);
            case Fact.ReserveReached() -> new Happening.ReserveMet();
            case Fact.ClosingMoved _ -> Happening.Extended.byLateBid();
            case Fact.TimeAdded(int minutes, var reason) -> Happening.Extended.by(minutes, reason);
            case Fact.OutageMadeGood(var part) ->
                    Happening.Extended.byOutage(part.from(), part.until());
            case Fact.ClockStopped(_, var reason) -> new Happening.Paused(reason);
            case Fact.ClockResumed(_, var reason) -> new Happening.Resumed(reason);
            case Fact.HammerFell(var outcome, var hammer, var winner, _, var reason) ->
                    new Happening.Closed(outcome, hammer, winner, reason);
            case Fact.HandChanged _, Fact.MaximumChanged _ -> null;
        };
    }
}
