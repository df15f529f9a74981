package io.gavel.bidding.log;

import io.gavel.bidding.auction.Fact;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.event.Happening;
import java.util.Optional;

/** What the public learns of a fact. */
final class PublicView {

    private PublicView() {}

    static Optional<Happening> of(Fact fact) {
        return switch (fact) {
            case Fact.LotListed(var seller, var listing) ->
                    Optional.of(
                            new Happening.Listed(
                                    seller,
                                    listing.title(),
                                    listing.description(),
                                    listing.rules(),
                                    EventJson.hashOf(listing.rules())));
            case Fact.BiddingOpened() -> Optional.of(new Happening.Opened());
            case Fact.BidPlaced(var paddle, var amount, _) ->
                    Optional.of(new Happening.Bid(paddle, amount));
            case Fact.AutoBidPlaced(var paddle, var amount, _) ->
                    Optional.of(new Happening.AutoBid(paddle, amount));
            case Fact.ReserveReached() -> Optional.of(new Happening.ReserveMet());
            case Fact.ClosingMoved(_) ->
                    Optional.of(new Happening.Extended(Happening.Extended.SOFT_CLOSE));
            case Fact.HammerFell(var outcome, var hammer, var winner) ->
                    Optional.of(new Happening.Closed(outcome, hammer, winner));
            case Fact.MaximumRaised(_) -> Optional.empty();
        };
    }
}
