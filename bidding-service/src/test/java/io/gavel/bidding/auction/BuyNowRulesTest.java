package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static io.gavel.contracts.lot.BuyNowOffer.Until.FIRST_BID;
import static io.gavel.contracts.lot.BuyNowOffer.Until.PRICE_REACHES;
import static io.gavel.contracts.lot.BuyNowOffer.Until.RESERVE_MET;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.ReserveStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Buy now". Two maxima of the same amount put the price at that amount. */
class BuyNowRulesTest {

    @ParameterizedTest(name = "until {0}, maxima {1} and {2}: {3}")
    @CsvSource({
        "first-bid,     ,     ,     accepted",
        "first-bid,     100,  ,     not-allowed",
        "reserve-met,   ,     ,     accepted",
        "reserve-met,   999,  999,  accepted",
        "reserve-met,   1000, ,     not-allowed",
        "500-reached,   ,     ,     accepted",
        "500-reached,   900,  ,     accepted",
        "500-reached,   499,  499,  accepted",
        "500-reached,   500,  500,  not-allowed",
        "500-reached,   900,  600,  not-allowed",
        "price-reached, 1999, 1999, accepted",
        "price-reached, 2000, 2000, not-allowed",
    })
    void the_offer_stands_as_long_as_its_policy_says(
            String policy, Long first, Long second, String outcome) {
        ListingBuilder lot = aLot();
        switch (policy) {
            case "first-bid" -> lot.withBuyNow(2_000, FIRST_BID);
            case "reserve-met" -> lot.withBuyNow(2_000, RESERVE_MET).withReserve(1_000);
            case "500-reached" -> lot.withBuyNowUntilPrice(2_000, 500);
            default -> lot.withBuyNow(2_000, PRICE_REACHES);
        }
        Saleroom room = new Saleroom(lot);
        if (first != null) {
            room.bid("alice", first);
        }
        if (second != null) {
            room.bid("bob", second);
        }

        Ruling ruling = room.buyNow("carol");

        assertThat(outcome(ruling)).isEqualTo(outcome);
        if (outcome.equals("not-allowed")) {
            assertThat(ruling.decision().detail()).contains("the buy-now offer has ended (until-");
            assertThat(ruling.events()).isEmpty();
        }
    }

    @Test
    void the_buyer_has_the_lot_at_the_price_of_the_offer() {
        Saleroom room = new Saleroom(aLot().withBuyNow(2_000, FIRST_BID));

        Ruling ruling = room.buyNow("alice");

        assertThat(story(ruling)).containsExactly("bid 2000 by 1", "closed");
        assertThat(ruling.decision().leading()).isTrue();
        assertThat(ruling.decision().max()).isEqualTo(new Money(2_000));
        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.SOLD);
        assertThat(room.last().hammer()).isEqualTo(new Money(2_000));
        assertThat(room.last().price()).isEqualTo(new Money(2_000));
        assertThat(room.last().winner()).isEqualTo(new Paddle(1));
        assertThat(room.last().bids()).isEqualTo(1);
        assertThat(room.lastText()).contains("\"reason\":\"buy-now\"");
    }

    @Test
    void a_reserve_is_met_by_it() {
        Saleroom room = new Saleroom(aLot().withBuyNow(2_000, RESERVE_MET).withReserve(2_000));

        assertThat(story(room.buyNow("alice")))
                .containsExactly("bid 2000 by 1", "reserve-met", "closed");
        assertThat(room.last().reserve()).isEqualTo(ReserveStatus.MET);
    }

    @Test
    void a_reserve_that_was_met_before_is_not_met_again() {
        Saleroom room = new Saleroom(aLot().withBuyNow(2_000, PRICE_REACHES).withReserve(500));
        room.bid("alice", 500);

        assertThat(story(room.buyNow("bob"))).containsExactly("bid 2000 by 2", "closed");
    }

    @Test
    void a_secret_maximum_above_it_does_not_stand_in_its_way() {
        Saleroom room = new Saleroom(aLot().withBuyNow(2_000, PRICE_REACHES));
        room.bid("alice", 9_000);

        Ruling ruling = room.buyNow("bob");

        assertThat(story(ruling)).containsExactly("bid 2000 by 2", "closed");
        assertThat(ruling.outbid().value()).isEqualTo("alice");
    }

    @Test
    void it_cannot_race_a_bid_since_whichever_is_first_in_the_log_counts() {
        Saleroom bidFirst = new Saleroom(aLot().withBuyNow(2_000, FIRST_BID));
        bidFirst.bid("alice", 100);
        assertThat(outcome(bidFirst.buyNow("bob"))).isEqualTo("not-allowed");
        assertThat(bidFirst.last().price()).isEqualTo(new Money(100));

        Saleroom buyFirst = new Saleroom(aLot().withBuyNow(2_000, FIRST_BID));
        buyFirst.buyNow("bob");
        assertThat(outcome(buyFirst.bid("alice", 90_000))).isEqualTo("closed");
        assertThat(outcome(buyFirst.buyNow("alice"))).isEqualTo("closed");
    }

    @Test
    void a_lot_without_an_offer_cannot_be_bought() {
        Ruling ruling = new Saleroom(aLot()).buyNow("alice");

        assertThat(outcome(ruling)).isEqualTo("not-allowed");
        assertThat(ruling.decision().detail()).isEqualTo("the lot has no buy-now price");
    }

    @Test
    void it_is_there_again_when_every_bid_was_taken_back() {
        Saleroom room = new Saleroom(aLot().withBuyNow(2_000, FIRST_BID).withRetraction());
        room.bid("alice", 100);
        room.retract("alice");

        assertThat(outcome(room.buyNow("bob"))).isEqualTo("accepted");
    }

    @Test
    void it_stands_only_while_the_lot_is_open() {
        Saleroom room =
                new Saleroom(
                        aLot().withBuyNow(2_000, FIRST_BID)
                                .openingAt(LISTED_AT.plusSeconds(1))
                                .closingAt(CLOSES_AT));

        assertThat(outcome(room.buyNow("alice"))).isEqualTo("not-open");
        room.at(LISTED_AT.plusSeconds(1)).pause();
        assertThat(outcome(room.buyNow("alice"))).isEqualTo("paused");
        room.resume();
        assertThat(outcome(room.at(CLOSES_AT).buyNow("alice"))).isEqualTo("closed");
        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.UNSOLD);
    }
}
