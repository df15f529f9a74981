package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ADR 19: times are in seconds from the lot's end. */
class OutageRulesTest {

    @ParameterizedTest(name = "down from {0} to {1}, asked at {2}: the end moves by {3}")
    @CsvSource({
        // ends before, in, just after, soon after and long after it
        "0, 60, 61, closed",
        "1, 60, 61, closed",
        "-1, 60, 60, 61",
        "-60, 0, 1, 60",
        "-60, 1, 2, 61",
        "-60, -1, 0, 59",
        "-120, -60, -59, 60",
        "-660, -599.999, -599, 60.001",
        "-660, -600, -599, 0",
        "-3000, -2000, -1999, 0",
        // the time given may be over, too
        "-1, 60, 60.999, 61",
        "-1, 60, 61, closed after 61",
    })
    void the_end_moves_by_as_long_as_nobody_could_bid(
            double from, double until, double asked, String expected) {
        Saleroom room = roomWithABid().knowing(down(from, until));

        Ruling ruling = room.at(end(asked)).closeDue();

        assertThat(story(ruling))
                .containsExactly(
                        switch (expected) {
                            case "0" -> new String[] {};
                            case "closed" -> new String[] {"closed"};
                            case "closed after 61" -> new String[] {"extended", "closed"};
                            default -> new String[] {"extended"};
                        });
        double moved =
                expected.startsWith("closed") ? expected.endsWith("61") ? 61 : 0 : num(expected);
        assertThat(room.last().closesAt()).isEqualTo(end(moved));
    }

    @Test
    void a_bid_after_the_old_end_is_in_time_and_the_event_says_why() {
        Saleroom room = roomWithABid().knowing(down(-20, 40));

        Ruling late = room.at(end(45)).bid("bob", 900);

        assertThat(story(late)).containsExactly("extended", "auto-bid 500 by 1", "bid 550 by 2");
        assertThat(room.last().closesAt()).isEqualTo(end(60));
        assertThat(new String(late.events().getFirst().bytes()))
                .contains(
                        "\"type\":\"extended\",\"reason\":\"outage\",\"from\":\"2026-11-22T12:59:40.000Z\",\"until\":\"2026-11-22T13:00:40.000Z\"")
                .contains("\"closesAt\":\"2026-11-22T13:01:00.000Z\"");
        assertThat(room.at(end(60)).bid("carol", 9_000).decision().reason().word())
                .isEqualTo("closed");
    }

    @Test
    void it_is_made_good_once_however_many_commands_come() {
        Saleroom room = roomWithABid().knowing(down(-20, 40));

        assertThat(story(room.at(end(40)).closeDue())).containsExactly("extended");
        assertThat(story(room.closeDue())).isEmpty();
        assertThat(story(room.at(end(50)).closeDue())).isEmpty();
        assertThat(room.last().closesAt()).isEqualTo(end(60));
    }

    @Test
    void while_it_lasts_each_command_gets_what_has_come_to_it_since() {
        Saleroom room = roomWithABid();

        room.knowing(down(-20, 0)).at(end(0)).closeDue();
        assertThat(room.last().closesAt()).isEqualTo(end(20));
        room.knowing(down(-20, 20)).at(end(20)).closeDue();
        assertThat(room.last().closesAt()).isEqualTo(end(40));
        room.knowing(down(-20, 33)).at(end(35)).closeDue();
        assertThat(room.last().closesAt()).isEqualTo(end(53));
    }

    @Test
    void each_of_several_is_made_good_by_itself() {
        Saleroom room = roomWithABid().knowing(down(-400, -300), down(-30, -10), down(-5, 25));

        Ruling ruling = room.at(end(26)).closeDue();

        assertThat(story(ruling)).containsExactly("extended", "extended", "extended");
        assertThat(room.last().closesAt()).isEqualTo(end(150));
    }

    @Test
    void one_that_came_when_the_end_was_over_is_not_made_good_but_one_before_it_is() {
        Saleroom room = roomWithABid().knowing(down(-30, -10), down(20, 80));

        assertThat(story(room.at(end(90)).closeDue())).containsExactly("extended", "closed");
        assertThat(room.last().closesAt()).isEqualTo(end(20));
    }

    @Test
    void one_long_before_the_end_is_not_made_good_with_a_later_one_near_it() {
        Saleroom room = roomWithABid().knowing(down(-700, -650), down(-60, -10));

        assertThat(story(room.at(end(-5)).closeDue())).containsExactly("extended");
        assertThat(room.last().closesAt()).isEqualTo(end(50));
    }

    @Test
    void of_one_after_the_end_nothing_is_noted_and_nothing_would_be_taken() {
        Saleroom room = roomWithABid().knowing(down(1, 60));
        Lot open = room.entry().lot();

        assertThat(story(room.at(end(61)).closeDue())).containsExactly("closed");
        assertThat(room.madeGood()).isEmpty();
        CloseDue due = new CloseDue(room.nextId(), room.entry().id(), Saleroom.SELLER);
        assertThat(
                        Auctioneer.decide(
                                        open, due, Optional.empty(), List.of(down(1, 60)), end(61))
                                .facts())
                .singleElement()
                .isInstanceOf(Fact.HammerFell.class);
    }

    @Test
    void while_the_lot_is_paused_its_clock_stands_anyway() {
        Saleroom room = roomWithABid();
        room.at(end(-100)).pause();
        room.knowing(down(-90, -30));

        assertThat(story(room.at(end(-20)).closeDue())).isEmpty();
        assertThat(story(room.at(end(-10)).resume())).containsExactly("resumed");
        assertThat(room.last().closesAt()).isEqualTo(end(90));
        assertThat(story(room.closeDue())).isEmpty();
    }

    @Test
    void one_before_the_pause_is_made_good_with_it_and_one_after_it_later() {
        Saleroom room = roomWithABid().knowing(down(-200, -150));

        assertThat(story(room.at(end(-100)).pause())).containsExactly("extended", "paused");
        assertThat(room.last().closesAt()).isEqualTo(end(50));
        room.at(end(-40)).resume();
        room.knowing(down(-200, -150), down(-30, 0));
        assertThat(story(room.at(end(1)).closeDue())).containsExactly("extended");
        assertThat(room.last().closesAt()).isEqualTo(end(140));
    }

    @ParameterizedTest(name = "opens at {0}, down from -120 to 30: the end moves by {1}")
    @CsvSource({"-200, 150", "-120, 150", "-60, 90"})
    void of_one_that_began_before_the_lot_opened_the_rest_is_made_good(double opens, double moved) {
        Saleroom room = new Saleroom(aLot().openingAt(end(opens))).knowing(down(-120, 30));

        assertThat(story(room.at(end(31)).bid("alice", 500)))
                .containsExactly("opened", "extended", "bid 100 by 1");
        assertThat(room.last().closesAt()).isEqualTo(end(moved));
    }

    @Test
    void a_lot_that_opens_later_or_was_listed_later_is_given_nothing() {
        Saleroom later = new Saleroom(aLot().openingAt(end(-50))).knowing(down(-120, -60));

        assertThat(story(later.at(end(-55)).closeDue())).isEmpty();
        assertThat(story(later.at(end(-50)).closeDue())).containsExactly("opened");
    }

    @Test
    void a_closed_lot_stays_closed() {
        Saleroom room = roomWithABid();
        room.at(end(-5)).hammer();
        room.knowing(down(-20, 60));

        assertThat(story(room.at(end(1)).closeDue())).isEmpty();
        assertThat(outcome(room.bid("bob", 900))).isEqualTo("closed");
    }

    @Test
    void in_all_a_lot_is_given_no_more_than_the_cap() {
        Saleroom room =
                roomWithABid()
                        .by(new OutageTerms(Duration.ofMinutes(10), Duration.ofSeconds(100)))
                        .knowing(down(-80, -20), down(-10, 80));

        assertThat(story(room.at(end(81)).closeDue())).containsExactly("extended", "extended");
        assertThat(room.last().closesAt()).isEqualTo(end(100));
        assertThat(room.lastText()).contains("\"until\":\"2026-11-22T13:00:30.000Z\"");
        room.knowing(down(-80, -20), down(-10, 80), down(82, 200));
        assertThat(story(room.at(end(201)).closeDue())).containsExactly("closed");
    }

    @Test
    void with_a_cap_of_nothing_nothing_moves() {
        Saleroom room =
                roomWithABid()
                        .by(new OutageTerms(Duration.ofMinutes(10), Duration.ZERO))
                        .knowing(down(-80, 20));

        assertThat(story(room.at(end(21)).closeDue())).containsExactly("closed");
    }

    @Test
    void the_cap_of_a_soft_close_counts_from_the_end_that_was_given() {
        Saleroom room =
                new Saleroom(
                        aLot().withSoftClose(
                                        Duration.ofMinutes(2),
                                        Duration.ofMinutes(3),
                                        Duration.ofMinutes(4)));
        room.at(end(-200)).bid("alice", 500);
        room.knowing(down(-100, 40)).at(end(139)).bid("bob", 900);

        assertThat(room.last().closesAt()).isEqualTo(end(319));
        room.at(end(318)).bid("carol", 2_000);
        assertThat(room.last().closesAt()).isEqualTo(end(380));
    }

    @Test
    void a_falling_price_goes_on_falling_so_that_nobody_pays_more_than_he_saw() {
        Format dutch = new Format.Dutch(new Money(10), Duration.ofMinutes(1), new Money(100));
        Saleroom room = new Saleroom(aLot().startingAt(1_000).as(dutch)).knowing(down(-600, 0));

        assertThat(story(room.at(end(1)).acceptPrice("alice")))
                .containsExactly("extended", "bid 400 by 1", "closed");
        assertThat(room.last().status()).isEqualTo(LotStatus.CLOSED);
    }

    private static Saleroom roomWithABid() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 500);
        return room;
    }

    private static Outage down(double from, double until) {
        return new Outage(end(from), end(until));
    }

    private static Instant end(double seconds) {
        return CLOSES_AT.plusMillis(Math.round(1_000 * seconds));
    }

    private static double num(String text) {
        return Double.parseDouble(text);
    }
}
