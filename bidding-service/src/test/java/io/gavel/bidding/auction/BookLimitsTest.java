package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lot that keeps all bids has room for 10,000 bidders with 100 bids each, and says so. */
class BookLimitsTest {

    private static final String BIDDERS_FULL =
            "bidders: 10000 already (expected: fewer on such a lot)";
    private static final String BIDS_FULL =
            "bids: 100 of yours already (expected: fewer on such a lot)";

    static List<ListingBuilder> lotsThatKeepEveryBid() {
        return List.of(
                aLot().withRetraction(),
                aLot().withAbsenteeBids().openingAt(LISTED_AT.plusSeconds(60)));
    }

    @ParameterizedTest
    @MethodSource("lotsThatKeepEveryBid")
    void a_bidder_has_room_for_100_bids(ListingBuilder lot) {
        Saleroom room = new Saleroom(lot);
        for (int i = 0; i < 100; i++) {
            assertThat(outcome(room.bid("alice", 100 + i))).isEqualTo("accepted");
        }
        var before = room.entry();

        Ruling ruling = room.bid("alice", 9_000);

        assertThat(outcome(ruling)).isEqualTo("not-allowed");
        assertThat(ruling.decision().detail()).isEqualTo(BIDS_FULL);
        assertThat(room.entry()).isEqualTo(before);
        assertThat(outcome(room.bid("bob", 500))).isEqualTo("accepted");
    }

    @Test
    void bids_taken_back_make_room_again() {
        Saleroom room =
                new Saleroom(aLot().withRetraction().closingAt(LISTED_AT.plus(Duration.ofDays(2))));
        for (int i = 0; i < 100; i++) {
            room.bid("alice", 100 + i);
        }
        room.retract("alice");

        assertThat(outcome(room.bid("alice", 100))).isEqualTo("accepted");
    }

    @Test
    void a_lot_has_room_for_10_000_bidders() {
        for (Format format : SealedRulesTest.formats()) {
            Saleroom room = full(aLot().as(format));

            assertFull(room.bid("late", 500));
            assertThat(outcome(room.bid("bidder9999", 50_000))).isEqualTo("accepted");
            assertThat(outcome(room.bid("bidder0", 600))).isEqualTo("accepted");
            assertThat(room.at(CLOSES_AT).closeDue().events()).hasSize(10_001);
            assertThat(room.last().winner().number()).isEqualTo(10_000);
        }
    }

    @Test
    void so_has_one_that_lets_bids_be_taken_back_however_the_bid_comes() {
        Saleroom room =
                full(
                        aLot().startingAt(1)
                                .withRetraction()
                                .withBuyNow(90_000, BuyNowOffer.Until.PRICE_REACHES));

        assertFull(room.bid("late", 50_000));
        assertFull(room.buyNow("late"));
        assertThat(outcome(room.bid("bidder7", 50_000))).isEqualTo("accepted");
    }

    @Test
    void a_lot_that_keeps_no_book_has_no_such_limit() {
        Saleroom room = full(aLot().startingAt(1));
        for (int i = 0; i < 101; i++) {
            assertThat(outcome(room.bid("late", 50_000 + i))).isEqualTo("accepted");
        }
        assertThat(room.bid("late", 90_000).decision().paddle().number()).isEqualTo(10_001);
    }

    private static void assertFull(Ruling ruling) {
        assertThat(outcome(ruling)).isEqualTo("not-allowed");
        assertThat(ruling.decision().detail()).isEqualTo(BIDDERS_FULL);
        assertThat(ruling.changed()).isFalse();
    }

    /** Ten thousand have bid, each at the next minimum of a ladder of single cents. */
    private static Saleroom full(ListingBuilder lot) {
        Saleroom room = new Saleroom(lot.onLadder(Ladder.of(new long[][] {{0, 1}})));
        for (int i = 0; i < 10_000; i++) {
            assertThat(outcome(room.bid("bidder" + i, 100 + i))).isEqualTo("accepted");
        }
        return room;
    }
}
