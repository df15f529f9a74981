package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RULES: a bid before the opening is kept and applied at opening in log order. */
class AbsenteeRulesTest {

    private static final Instant OPENS_AT = LISTED_AT.plusSeconds(600);

    private static ListingBuilder aWaitingLot() {
        return aLot().withAbsenteeBids().openingAt(OPENS_AT);
    }

    @Test
    void without_the_policy_it_is_not_open() {
        Saleroom room = new Saleroom(aLot().openingAt(OPENS_AT));

        assertThat(outcome(room.bid("alice", 500))).isEqualTo("not-open");
    }

    @Test
    void it_is_kept_in_silence() {
        Saleroom room = new Saleroom(aWaitingLot());

        Ruling ruling = room.bid("alice", 500);

        assertThat(outcome(ruling)).isEqualTo("accepted");
        assertThat(ruling.events()).isEmpty();
        assertThat(ruling.decision().leading()).isNull();
        assertThat(ruling.decision().max()).isEqualTo(new Money(500));
        assertThat(ruling.decision().price()).isEqualTo(new Money(100));
        assertThat(ruling.decision().paddle().number()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void at_the_opening_they_are_placed_in_log_order(boolean retraction) {
        Saleroom room = new Saleroom(retraction ? aWaitingLot().withRetraction() : aWaitingLot());
        room.bid("alice", 200);
        room.bid("bob", 500);
        room.bid("alice", 700);

        Ruling opening = room.at(OPENS_AT).closeDue();

        assertThat(story(opening))
                .containsExactly(
                        "opened",
                        "bid 100 by 1",
                        "auto-bid 200 by 1",
                        "bid 225 by 2",
                        "auto-bid 500 by 2",
                        "bid 550 by 1");
        assertThat(room.last().bids()).isEqualTo(3);
    }

    @Test
    void one_that_is_too_low_by_then_does_nothing() {
        Saleroom room = new Saleroom(aWaitingLot());
        room.bid("alice", 900);
        room.bid("bob", 500);
        room.bid("carol", 549);
        room.bid("dave", 575);

        Ruling opening = room.at(OPENS_AT).closeDue();

        assertThat(story(opening))
                .containsExactly("opened", "bid 100 by 1", "bid 500 by 2", "auto-bid 550 by 1");
        assertThat(room.bid("erin", 600).decision().paddle().number()).isEqualTo(5);
    }

    @Test
    void the_first_bid_after_the_opening_comes_behind_them() {
        Saleroom room = new Saleroom(aWaitingLot());
        room.bid("alice", 900);

        Ruling bid = room.at(OPENS_AT).bid("bob", 300);

        assertThat(story(bid))
                .containsExactly("opened", "bid 100 by 1", "bid 300 by 2", "auto-bid 325 by 1");
    }

    @Test
    void when_nobody_looks_until_the_end_they_are_placed_and_the_hammer_falls() {
        Saleroom room = new Saleroom(aWaitingLot());
        room.bid("alice", 900);
        room.bid("bob", 300);

        Ruling late = room.at(CLOSES_AT.plusSeconds(5)).bid("carol", 9_000);

        assertThat(outcome(late)).isEqualTo("closed");
        assertThat(story(late))
                .containsExactly(
                        "opened", "bid 100 by 1", "bid 300 by 2", "auto-bid 325 by 1", "closed");
        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.SOLD);
        assertThat(room.last().hammer()).isEqualTo(new Money(325));
    }

    @ParameterizedTest(name = "alice has {0}, {1} bids {2}: {3}")
    @CsvSource({
        "500, bob,   99,   too-low",
        "500, bob,   100,  accepted",
        "500, alice, 499,  below-own-max",
        "500, alice, 500,  below-own-max",
        "500, alice, 501,  accepted",
    })
    void one_that_could_never_count_is_refused_at_once(
            long first, String who, long amount, String outcome) {
        Saleroom room = new Saleroom(aWaitingLot());
        room.bid("alice", first);

        assertThat(outcome(room.bid(who, amount))).isEqualTo(outcome);
    }

    @Test
    void a_reserve_is_met_at_the_opening() {
        Saleroom room = new Saleroom(aWaitingLot().withReserve(400));
        room.bid("alice", 400);

        assertThat(story(room.at(OPENS_AT).closeDue()))
                .containsExactly("opened", "bid 400 by 1", "reserve-met");
    }

    @Test
    void they_end_a_buy_now_offer_that_stands_until_the_first_bid() {
        Saleroom room = new Saleroom(aWaitingLot().withBuyNow(2_000, BuyNowOffer.Until.FIRST_BID));
        room.bid("alice", 400);

        assertThat(outcome(room.at(OPENS_AT).buyNow("bob"))).isEqualTo("not-allowed");
    }

    @Test
    void they_extend_a_lot_that_opens_within_the_window() {
        Duration hour = Duration.ofHours(1);
        Saleroom room = new Saleroom(aWaitingLot().withSoftClose(hour, hour, null));
        room.bid("alice", 400);

        Ruling late = room.at(OPENS_AT.plus(hour)).closeDue();

        assertThat(story(late)).containsExactly("opened", "bid 100 by 1", "extended", "closed");
        assertThat(room.last().closesAt()).isEqualTo(OPENS_AT.plus(hour));
    }

    @Test
    void a_dutch_lot_takes_none() {
        Format dutch = new Format.Dutch(new Money(10), Duration.ofMinutes(1), new Money(50));

        assertThat(outcome(new Saleroom(aWaitingLot().as(dutch)).bid("alice", 100)))
                .isEqualTo("not-open");
    }
}
