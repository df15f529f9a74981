package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.ReserveStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Retraction": whose bids go, and when. */
class RetractionRulesTest {

    private static final Instant CLOSES_AT = LISTED_AT.plus(Duration.ofDays(2));
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private static ListingBuilder aLongLot() {
        return aLot().closingAt(CLOSES_AT).withRetraction();
    }

    @Test
    void it_is_off_unless_the_lot_allows_it() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 500);

        Ruling ruling = room.retract("alice");

        assertThat(outcome(ruling)).isEqualTo("not-allowed");
        assertThat(ruling.decision().detail()).isEqualTo("bids on this lot cannot be taken back");
    }

    @Test
    void who_has_no_bid_standing_has_none_to_take_back() {
        Saleroom room = new Saleroom(aLongLot());
        room.bid("alice", 500);
        assertThat(outcome(room.retract("bob"))).isEqualTo("not-allowed");
        room.retract("alice");

        Ruling again = room.retract("alice");

        assertThat(outcome(again)).isEqualTo("not-allowed");
        assertThat(again.decision().detail()).isEqualTo("no bid of yours stands on this lot");
    }

    @ParameterizedTest(name = "{0} ms less than 12 h before the end: price {1}, {2} bids stand")
    @CsvSource({"-1, 100, 1", "0, 100, 1", "1, 150, 2", "60000, 150, 2"})
    void with_12_hours_left_all_his_bids_go_and_with_less_only_the_last(
            long millis, long price, int bids) {
        Saleroom room = new Saleroom(aLongLot());
        Instant time = CLOSES_AT.minus(HALF_A_DAY).plusMillis(millis);
        room.at(time.minusSeconds(30));
        room.bid("alice", 900);
        room.bid("bob", 125);
        room.bid("alice", 1_000);
        room.bid("bob", 600);

        Ruling ruling = room.at(time).retract("bob");

        assertThat(story(ruling)).containsExactly("bid-retracted");
        assertThat(room.last().bids()).isEqualTo(bids);
        assertThat(room.last().price()).isEqualTo(new Money(price));
    }

    @ParameterizedTest(name = "{0} ms more than an hour after his last bid: {1}")
    @CsvSource({"-1, accepted", "0, accepted", "1, not-allowed"})
    void with_less_than_12_hours_left_it_must_be_within_the_hour(long millis, String outcome) {
        Saleroom room = new Saleroom(aLongLot());
        Instant placed = CLOSES_AT.minus(Duration.ofHours(5));
        room.at(placed.minusSeconds(7_200)).bid("alice", 300);
        room.at(placed).bid("alice", 500);

        Ruling ruling =
                room.at(placed.plus(Duration.ofHours(1)).plusMillis(millis)).retract("alice");

        assertThat(outcome(ruling)).isEqualTo(outcome);
        if (outcome.equals("not-allowed")) {
            assertThat(ruling.decision().detail())
                    .isEqualTo(
                            "less than 12 hours are left and your last bid is older than an hour");
        }
    }

    @Test
    void an_earlier_bid_that_is_the_last_now_is_not_younger_than_it_was() {
        Saleroom room = new Saleroom(aLongLot());
        Instant start = CLOSES_AT.minus(Duration.ofHours(5));
        room.at(start).bid("alice", 300);
        room.at(start.plus(Duration.ofMinutes(90))).bid("alice", 500);

        assertThat(outcome(room.retract("alice"))).isEqualTo("accepted");
        assertThat(outcome(room.retract("alice"))).isEqualTo("not-allowed");
    }

    @Test
    void the_12_hours_count_to_the_end_as_it_stands_now() {
        Saleroom room = new Saleroom(aLongLot());
        room.at(CLOSES_AT.minus(Duration.ofHours(14))).bid("alice", 300);
        room.at(CLOSES_AT.minus(Duration.ofHours(11)));
        assertThat(outcome(room.retract("alice"))).isEqualTo("not-allowed");
        room.extend(60);

        assertThat(outcome(room.retract("alice"))).isEqualTo("accepted");
    }

    @Test
    void the_public_is_told_who_how_many_and_why() {
        Saleroom room = new Saleroom(aLongLot());
        room.bid("alice", 300);
        room.bid("bob", 200);

        Ruling ruling = room.retract("alice");

        assertThat(room.lastText())
                .contains("\"paddle\":1,\"retracted\":1,\"reason\":\"a typing error\"");
        assertThat(ruling.decision().leading()).isNull();
        assertThat(ruling.outbid()).isNull();
    }

    @Test
    void he_keeps_his_paddle_and_may_bid_again() {
        Saleroom room = new Saleroom(aLongLot());
        room.bid("alice", 300);
        room.bid("bob", 200);
        room.retract("alice");

        Ruling again = room.bid("alice", 1_000);

        assertThat(again.decision().leading()).isTrue();
        assertThat(again.decision().paddle().number()).isEqualTo(1);
        assertThat(room.last().price()).isEqualTo(new Money(225));
        assertThat(room.last().bids()).isEqualTo(2);
    }

    @Test
    void a_reserve_may_be_unmet_by_it_and_met_again() {
        Saleroom room = new Saleroom(aLongLot().withReserve(1_000));
        room.bid("alice", 400);
        room.bid("bob", 2_000);
        assertThat(room.last().reserve()).isEqualTo(ReserveStatus.MET);

        room.retract("bob");

        assertThat(room.last().reserve()).isEqualTo(ReserveStatus.NOT_MET);
        assertThat(room.last().price()).isEqualTo(new Money(100));
        assertThat(story(room.bid("carol", 1_000)))
                .containsExactly("auto-bid 400 by 1", "bid 1000 by 3", "reserve-met");
    }

    @ParameterizedTest(name = "{0} takes back: extended {1}")
    @CsvSource({"bob, true", "carol, false"})
    void one_near_the_end_extends_if_it_changes_price_or_leader(String who, boolean extended) {
        Duration window = Duration.ofMinutes(2);
        Saleroom room = new Saleroom(aLongLot().withSoftClose(window, window, null));
        room.at(CLOSES_AT.minusSeconds(600));
        room.bid("alice", 900);
        room.bid("carol", 200);
        room.bid("bob", 300);

        Ruling ruling = room.at(CLOSES_AT.minusSeconds(10)).retract(who);

        assertThat(story(ruling).contains("extended")).isEqualTo(extended);
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plusSeconds(extended ? 110 : 0));
    }

    @Test
    void it_needs_an_open_lot() {
        Saleroom room = new Saleroom(aLongLot());
        room.bid("alice", 300);
        room.pause();
        assertThat(outcome(room.retract("alice"))).isEqualTo("paused");
        room.resume();
        assertThat(outcome(room.at(CLOSES_AT).retract("alice"))).isEqualTo("closed");
        assertThat(room.last().hammer()).isEqualTo(new Money(100));
    }
}
