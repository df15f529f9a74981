package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.bidding.Saleroom;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A fact that cannot have happened to such a lot is a defect, and says so. */
class EvolutionTest {

    private static final LotId LOT = new LotId(new UUID(0, 1));
    private static final Paddle ONE = new Paddle(1);
    private static final Money FIVE = new Money(500);
    private static final Standing.Led LED =
            new Standing.Led(new AccountId("alice"), ONE, FIVE, FIVE, null);
    private static final Fact LISTED = new Fact.LotListed(Saleroom.SELLER, aLot().build());
    private static final Fact FELL =
            new Fact.HammerFell(CloseOutcome.UNSOLD, null, null, LISTED_AT, null);
    private static final Fact OPENED = new Fact.BiddingOpened(LISTED_AT);
    private static final Fact SEALED = new Fact.SealedBidPlaced();
    private static final Fact BID = new Fact.BidPlaced(ONE, FIVE, LED);
    private static final Fact AUTO_BID = new Fact.AutoBidPlaced(ONE, FIVE, LED);
    private static final Fact MAXIMUM = new Fact.MaximumChanged(LED);
    private static final Fact RETRACTED = new Fact.BidsRetracted(ONE, 1, null, LED);
    private static final Fact RESUMED = new Fact.ClockResumed(Duration.ZERO, null);
    private static final Fact STOPPED = new Fact.ClockStopped(LISTED_AT, null);

    @Test
    void an_unlisted_lot_is_listed_first() {
        for (Fact fact : List.of(OPENED, BID, FELL, STOPPED)) {
            assertImpossible(new Lot.Unlisted(), fact, "Unlisted");
        }
    }

    @Test
    void a_scheduled_one_opens_first() {
        Lot scheduled = Evolution.evolve(LOT, new Lot.Unlisted(), LISTED);
        for (Fact fact : List.of(LISTED, BID, SEALED, STOPPED, RESUMED)) {
            assertImpossible(scheduled, fact, "Scheduled");
        }
    }

    @Test
    void an_open_one_does_not_open_again() {
        for (Fact fact : List.of(LISTED, OPENED, RESUMED, SEALED)) {
            assertImpossible(new Saleroom(aLot()).entry().lot(), fact, "Open");
        }
    }

    @Test
    void a_paused_one_takes_no_bid() {
        Saleroom room = new Saleroom(aLot());
        room.pause();
        for (Fact fact : List.of(BID, STOPPED, OPENED)) {
            assertImpossible(room.entry().lot(), fact, "Paused");
        }
    }

    @Test
    void a_closed_one_stays_closed() {
        Saleroom room = new Saleroom(aLot());
        room.hammer();
        for (Fact fact : List.of(BID, OPENED, FELL, RESUMED)) {
            assertImpossible(room.entry().lot(), fact, "Closed");
        }
    }

    @Test
    void only_on_an_english_one_are_bids_taken_back() {
        for (Format format : SealedRulesTest.formats()) {
            Lot lot = new Saleroom(aLot().as(format)).entry().lot();
            assertImpossible(lot, RETRACTED, "Open");
            for (Fact fact : List.of(BID, AUTO_BID, MAXIMUM)) {
                assertThatThrownBy(() -> Evolution.evolve(LOT, lot, fact))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("a sealed lot is led by nobody");
            }
        }
    }

    private static void assertImpossible(Lot lot, Fact fact, String state) {
        assertThatThrownBy(() -> Evolution.evolve(LOT, lot, fact))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        fact.getClass().getSimpleName()
                                + " cannot happen to a lot that is "
                                + state);
    }
}
