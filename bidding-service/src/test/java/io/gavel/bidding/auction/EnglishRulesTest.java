package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.ReserveStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "English": one test a line. Amounts are in cents, on the ladder of eBay, from 1.00. */
class EnglishRulesTest {

    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final Duration EXTENSION = Duration.ofMinutes(3);

    @ParameterizedTest(
            name = "leader''s maximum {0}, challenge {1}: {2}, price {3}, paddle {4} leads")
    @CsvSource({
        "100, 125, bid 125 by 2,                       125, 2",
        "500, 300, bid 300 by 2 auto-bid 325 by 1,     325, 1",
        "500, 480, bid 480 by 2 auto-bid 500 by 1,     500, 1",
        "500, 499, bid 499 by 2 auto-bid 500 by 1,     500, 1",
        "500, 500, bid 500 by 2 auto-bid 500 by 1,     500, 1",
        "500, 501, auto-bid 500 by 1 bid 501 by 2,     501, 2",
        "500, 550, auto-bid 500 by 1 bid 550 by 2,     550, 2",
        "500, 900, auto-bid 500 by 1 bid 550 by 2,     550, 2",
    })
    void a_challenge_is_decided_by_the_two_maxima(
            long max, long challenge, String story, long price, int leader) {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", max);

        Ruling ruling = room.bid("bob", challenge);

        assertThat(String.join(" ", story(ruling))).isEqualTo(story);
        assertThat(room.last().price()).isEqualTo(new Money(price));
        assertThat(room.last().leader().number()).isEqualTo(leader);
        assertThat(ruling.decision().leading()).isEqualTo(leader == 2);
    }

    @ParameterizedTest(name = "first bid {0}: {1}")
    @CsvSource({"99, REJECTED", "100, ACCEPTED", "101, ACCEPTED", "90000, ACCEPTED"})
    void a_first_bid_must_reach_the_starting_price_and_stands_at_it(
            long amount, DecisionOutcome outcome) {
        Saleroom room = new Saleroom(aLot());

        Ruling ruling = room.bid("alice", amount);

        assertThat(ruling.decision().outcome()).isEqualTo(outcome);
        assertThat(room.last().price()).isEqualTo(new Money(100));
    }

    @Test
    void a_bid_need_not_be_on_the_ladder_but_must_reach_the_next_minimum() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 100);

        assertThat(room.bid("bob", 124).decision().reason()).isEqualTo(Reason.TOO_LOW);
        assertThat(room.bid("bob", 133).decision().price()).isEqualTo(new Money(125));
    }

    @Test
    void of_equal_maxima_the_earlier_leads() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 777);

        Ruling tie = room.bid("bob", 777);

        assertThat(tie.decision().leading()).isFalse();
        assertThat(room.last().price()).isEqualTo(new Money(777));
        assertThat(room.last().leader().number()).isEqualTo(1);
    }

    @Test
    void a_paddle_is_kept_for_the_whole_lot() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 100);
        room.bid("bob", 200);
        room.bid("carol", 300);

        assertThat(room.bid("alice", 900).decision().paddle().number()).isEqualTo(1);
        assertThat(room.last().bids()).isEqualTo(4);
    }

    @Test
    void who_was_dethroned_is_told_and_who_was_only_challenged_is_not() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 500);

        assertThat(room.bid("bob", 400).outbid()).isNull();
        assertThat(room.bid("bob", 700).outbid().value()).isEqualTo("alice");
    }

    @Test
    void the_seller_may_not_bid() {
        Saleroom room = new Saleroom(aLot());

        assertThat(room.bid(Saleroom.SELLER.value(), 500).decision().reason())
                .isEqualTo(Reason.OWN_LOT);
        assertThat(room.events()).extracting("type").containsExactly("listed", "opened");
    }

    @Nested
    class OwnMaximum {

        @Test
        void raising_it_leaves_no_public_trace_and_never_extends() {
            Saleroom room = new Saleroom(aLot().withSoftClose(WINDOW, EXTENSION, null));
            room.bid("alice", 500);

            Ruling raise = room.at(CLOSES_AT.minusSeconds(1)).bid("alice", 900);

            assertThat(raise.events()).isEmpty();
            assertThat(raise.decision().outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
            assertThat(raise.decision().max()).isEqualTo(new Money(900));
            assertThat(room.bid("bob", 800).decision().leading()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"500", "499", "1"})
        void at_or_below_it_is_refused(long amount) {
            Saleroom room = new Saleroom(aLot());
            room.bid("alice", 500);

            assertThat(room.bid("alice", amount).decision().reason())
                    .isEqualTo(Reason.BELOW_OWN_MAX);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"KEEPS_PRICE, 500", "COMPLETES_STEP, 550"})
        void raising_one_that_holds_the_price_down_follows_the_habit_of_the_house(
                OwnRaise habit, long price) {
            Saleroom room = new Saleroom(aLot().onOwnRaise(habit));
            room.bid("alice", 500);
            room.bid("bob", 500);

            room.bid("alice", 900);

            assertThat(room.bid("carol", 100).decision().price()).isEqualTo(new Money(price));
        }
    }

    @Nested
    class Reserve {

        @Test
        void a_maximum_equal_to_it_meets_it_and_lifts_the_price() {
            Saleroom room = new Saleroom(aLot().withReserve(1_000));
            assertThat(room.last().reserve()).isEqualTo(ReserveStatus.NOT_MET);

            Ruling ruling = room.bid("alice", 1_000);

            assertThat(story(ruling)).containsExactly("bid 1000 by 1", "reserve-met");
            assertThat(room.last().reserve()).isEqualTo(ReserveStatus.MET);
            assertThat(room.at(CLOSES_AT).closeDue().events()).hasSize(1);
            assertThat(room.last().outcome()).isEqualTo(CloseOutcome.SOLD);
        }

        @Test
        void below_it_the_lot_is_not_sold() {
            Saleroom room = new Saleroom(aLot().withReserve(1_000));
            room.bid("alice", 999);

            room.at(CLOSES_AT).closeDue();

            assertThat(room.last().price()).isEqualTo(new Money(100));
            assertThat(room.last().outcome()).isEqualTo(CloseOutcome.UNSOLD);
            assertThat(room.last().winner()).isNull();
            assertThat(room.last().hammer()).isNull();
        }

        @Test
        void a_challenger_who_meets_it_stands_at_it() {
            Saleroom room = new Saleroom(aLot().withReserve(1_000));
            room.bid("alice", 400);

            assertThat(story(room.bid("bob", 2_000)))
                    .containsExactly("auto-bid 400 by 1", "bid 1000 by 2", "reserve-met");
        }

        @Test
        void a_leader_who_raises_to_it_lifts_his_own_price_and_extends_nothing() {
            Saleroom room =
                    new Saleroom(aLot().withReserve(1_000).withSoftClose(WINDOW, EXTENSION, null));
            room.bid("alice", 400);

            Ruling raise = room.at(CLOSES_AT.minusSeconds(1)).bid("alice", 1_500);

            assertThat(story(raise)).containsExactly("auto-bid 1000 by 1", "reserve-met");
        }

        @Test
        void its_amount_is_in_no_event_and_no_decision() {
            Saleroom room = new Saleroom(aLot().withReserve(54_321));
            Ruling ruling = room.bid("alice", 999);

            assertThat(room.log()).noneMatch(event -> new String(event.bytes()).contains("54321"));
            assertThat(ruling.decision().toString()).doesNotContain("54321");
        }
    }

    @Nested
    class SoftCloses {

        @ParameterizedTest(name = "{0} s before the end: the end moves by {1} s")
        @CsvSource({"121, 0", "120, 60", "60, 120", "1, 179"})
        void a_bid_within_the_window_leaves_at_least_the_extension(long before, long moved) {
            Saleroom room = new Saleroom(aLot().withSoftClose(WINDOW, EXTENSION, null));

            room.at(CLOSES_AT.minusSeconds(before)).bid("alice", 500);

            assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plusSeconds(moved));
        }

        @Test
        void it_moves_by_no_more_than_the_cap_in_total() {
            Saleroom room =
                    new Saleroom(aLot().withSoftClose(WINDOW, EXTENSION, Duration.ofMinutes(4)));
            room.at(CLOSES_AT.minusSeconds(1)).bid("alice", 500);
            Instant moved = room.last().closesAt();

            room.at(moved.minusSeconds(1)).bid("bob", 900);
            assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plus(Duration.ofMinutes(4)));
            room.at(CLOSES_AT.plus(Duration.ofMinutes(4)).minusSeconds(1)).bid("alice", 2_000);
            assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plus(Duration.ofMinutes(4)));
        }

        @Test
        void a_refused_bid_never_extends() {
            Saleroom room = new Saleroom(aLot().withSoftClose(WINDOW, EXTENSION, null));

            room.at(CLOSES_AT.minusSeconds(1)).bid("alice", 99);

            assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT);
        }

        @Test
        void a_challenge_that_only_moves_the_price_extends() {
            Saleroom room = new Saleroom(aLot().withSoftClose(WINDOW, EXTENSION, null));
            room.bid("alice", 900);

            Ruling ruling = room.at(CLOSES_AT.minusSeconds(1)).bid("bob", 500);

            assertThat(story(ruling))
                    .containsExactly("bid 500 by 2", "auto-bid 550 by 1", "extended");
        }
    }

    @Nested
    class Time {

        @ParameterizedTest(name = "{0} ms after the end")
        @CsvSource({"-1, ACCEPTED, OPEN", "0, REJECTED, CLOSED", "1, REJECTED, CLOSED"})
        void a_bid_is_in_time_only_before_the_end(
                long millis, DecisionOutcome outcome, LotStatus status) {
            Saleroom room = new Saleroom(aLot());
            room.bid("alice", 500);

            Ruling ruling = room.at(CLOSES_AT.plusMillis(millis)).bid("bob", 900);

            assertThat(ruling.decision().outcome()).isEqualTo(outcome);
            assertThat(room.last().status()).isEqualTo(status);
        }

        @Test
        void the_hammer_falls_once_for_the_leader_at_the_price() {
            Saleroom room = new Saleroom(aLot());
            room.bid("alice", 500);
            room.bid("bob", 300);

            room.at(CLOSES_AT).closeDue();

            assertThat(room.last().hammer()).isEqualTo(new Money(325));
            assertThat(room.last().winner().number()).isEqualTo(1);
            assertThat(room.closeDue().events()).isEmpty();
            assertThat(room.bid("carol", 9_000).decision().reason()).isEqualTo(Reason.CLOSED);
        }

        @Test
        void a_close_due_before_the_end_is_harmless() {
            Saleroom room = new Saleroom(aLot());

            Ruling early = room.at(CLOSES_AT.minusMillis(1)).closeDue();

            assertThat(early.events()).isEmpty();
            assertThat(early.decision().outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        }

        @Test
        void a_lot_opens_at_its_time_and_not_before() {
            Instant opensAt = LISTED_AT.plusSeconds(60);
            Saleroom room = new Saleroom(aLot().openingAt(opensAt));

            assertThat(room.bid("alice", 500).decision().reason()).isEqualTo(Reason.NOT_OPEN);
            assertThat(story(room.at(opensAt).bid("alice", 500)))
                    .containsExactly("opened", "bid 100 by 1");
        }

        @Test
        void a_lot_nobody_looked_at_until_its_end_opens_and_closes_unsold() {
            Saleroom room = new Saleroom(aLot().openingAt(LISTED_AT.plusSeconds(60)));

            assertThat(story(room.at(CLOSES_AT).closeDue())).containsExactly("opened", "closed");
            assertThat(room.last().outcome()).isEqualTo(CloseOutcome.UNSOLD);
        }

        @Test
        void a_listing_that_ends_before_it_is_decided_is_invalid() {
            Saleroom room = new Saleroom(aLot().closingAt(LISTED_AT));

            assertThat(room.events()).isEmpty();
            assertThat(room.bid("alice", 500).decision().reason()).isEqualTo(Reason.UNKNOWN_LOT);
        }
    }

    @ParameterizedTest(name = "{0} where 100 is due and 10 times that is the limit")
    @CsvSource({"1000, ACCEPTED", "1001, REJECTED"})
    void a_large_bid_must_be_confirmed(long amount, DecisionOutcome outcome) {
        Saleroom room = new Saleroom(aLot().confirmingAbove(10));

        assertThat(room.bid("alice", amount).decision().outcome()).isEqualTo(outcome);
        assertThat(room.bidConfirmed("bob", 90_000).decision().outcome())
                .isEqualTo(DecisionOutcome.ACCEPTED);
    }
}
