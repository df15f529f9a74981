package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.ReserveStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RULES: what sealed first price and Vickrey have in common. */
class SealedRulesTest {

    static List<Format> formats() {
        return List.of(new Format.SealedFirstPrice(), new Format.SealedSecondPrice());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_public_sees_that_a_bid_landed_and_the_count(Format format) {
        Saleroom room = new Saleroom(aLot().as(format).withReserve(300));

        Ruling ruling = room.bid("alice", 500);
        room.bid("bob", 700);

        assertThat(story(ruling)).containsExactly("sealed-bid");
        assertThat(ruling.decision().leading()).isNull();
        assertThat(ruling.decision().max()).isEqualTo(new Money(500));
        EventView seen = room.last();
        assertThat(seen.bids()).isEqualTo(2);
        assertThat(seen.leader()).isNull();
        assertThat(seen.price()).isEqualTo(new Money(100));
        assertThat(seen.next()).isEqualTo(new Money(100));
        assertThat(seen.reserve()).isEqualTo(ReserveStatus.NOT_MET);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_bid_is_replaced_in_silence_even_by_a_lower_one(Format format) {
        Saleroom room = new Saleroom(aLot().as(format));
        room.bid("alice", 500);

        Ruling replaced = room.bid("alice", 200);

        assertThat(replaced.events()).isEmpty();
        assertThat(replaced.decision().max()).isEqualTo(new Money(200));
        assertThat(room.last().bids()).isEqualTo(1);
        assertThat(story(room.at(CLOSES_AT).closeDue()))
                .containsExactly("revealed 200 by 1", "closed");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void below_the_starting_price_it_is_too_low(Format format) {
        Saleroom room = new Saleroom(aLot().as(format));

        assertThat(outcome(room.bid("alice", 99))).isEqualTo("too-low");
        assertThat(outcome(room.bid("alice", 100))).isEqualTo("accepted");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void all_are_revealed_at_the_close_by_paddle(Format format) {
        Saleroom room = new Saleroom(aLot().as(format));
        room.bid("alice", 300);
        room.bid("bob", 900);
        room.bid("carol", 200);

        Ruling late = room.at(CLOSES_AT).bid("dave", 5_000);

        assertThat(outcome(late)).isEqualTo("closed");
        assertThat(late.decision().leading()).isNull();
        assertThat(story(late))
                .containsExactly(
                        "revealed 300 by 1", "revealed 900 by 2", "revealed 200 by 3", "closed");
        assertThat(room.last().winner().number()).isEqualTo(2);
        assertThat(room.last().leader().number()).isEqualTo(2);
        assertThat(room.last().price()).isEqualTo(room.last().hammer());
        assertThat(room.last().next()).isEqualTo(room.last().hammer());
        assertThat(room.last().bids()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void of_equal_bids_the_earlier_wins_and_a_replaced_one_is_as_late_as_its_replacement(
            Format format) {
        Saleroom room = new Saleroom(aLot().as(format));
        room.bid("alice", 400);
        room.bid("bob", 500);
        room.bid("alice", 500);
        room.bid("carol", 500);
        room.at(CLOSES_AT).closeDue();

        assertThat(room.last().winner().number()).isEqualTo(2);
        assertThat(room.last().hammer()).isEqualTo(new Money(500));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_same_amount_again_is_no_later(Format format) {
        Saleroom room = new Saleroom(aLot().as(format));
        room.bid("alice", 500);
        room.bid("bob", 500);

        Ruling again = room.bid("alice", 500);

        assertThat(again.changed()).isFalse();
        assertThat(again.decision().max()).isEqualTo(new Money(500));
        room.at(CLOSES_AT).closeDue();
        assertThat(room.last().winner().number()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void without_a_bid_or_below_the_reserve_it_is_not_sold(Format format) {
        Saleroom empty = new Saleroom(aLot().as(format));
        assertThat(story(empty.at(CLOSES_AT).closeDue())).containsExactly("closed");
        assertThat(empty.last().outcome()).isEqualTo(CloseOutcome.UNSOLD);

        Saleroom below = new Saleroom(aLot().as(format).withReserve(1_000));
        below.bid("alice", 999);
        assertThat(story(below.at(CLOSES_AT).closeDue()))
                .containsExactly("revealed 999 by 1", "closed");
        assertThat(below.last().outcome()).isEqualTo(CloseOutcome.UNSOLD);
        assertThat(below.last().hammer()).isNull();
        assertThat(below.last().leader()).isNull();
        assertThat(below.last().reserve()).isEqualTo(ReserveStatus.NOT_MET);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_bid_equal_to_the_reserve_meets_it(Format format) {
        Saleroom room = new Saleroom(aLot().as(format).withReserve(1_000));
        room.bid("alice", 1_000);
        room.at(CLOSES_AT).closeDue();

        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.SOLD);
        assertThat(room.last().hammer()).isEqualTo(new Money(1_000));
        assertThat(room.last().reserve()).isEqualTo(ReserveStatus.MET);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void the_hammer_opens_them_before_the_end_and_a_cancelled_lot_keeps_them_secret(Format format) {
        Saleroom hammered = new Saleroom(aLot().as(format));
        hammered.bid("alice", 500);
        assertThat(story(hammered.hammer())).containsExactly("revealed 500 by 1", "closed");
        assertThat(hammered.last().outcome()).isEqualTo(CloseOutcome.SOLD);

        Saleroom cancelled = new Saleroom(aLot().as(format));
        cancelled.bid("alice", 500);
        assertThat(story(cancelled.cancel(Saleroom.OPERATOR))).containsExactly("closed");
        assertThat(cancelled.lastText()).doesNotContain("500");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void those_from_before_the_opening_are_counted_then(Format format) {
        Instant opensAt = LISTED_AT.plusSeconds(60);
        Saleroom room = new Saleroom(aLot().as(format).openingAt(opensAt).withAbsenteeBids());
        assertThat(room.bid("alice", 500).events()).isEmpty();
        assertThat(room.bid("bob", 600).events()).isEmpty();
        assertThat(room.bid("alice", 700).events()).isEmpty();

        assertThat(story(room.at(opensAt).bid("bob", 650)))
                .containsExactly("opened", "sealed-bid", "sealed-bid");
        assertThat(room.last().bids()).isEqualTo(2);
        assertThat(story(room.at(CLOSES_AT).closeDue()))
                .containsExactly("revealed 700 by 1", "revealed 650 by 2", "closed");
    }
}
