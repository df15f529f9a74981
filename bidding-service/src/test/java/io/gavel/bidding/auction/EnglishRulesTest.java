package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "English": one test a line. Amounts are in cents, on the ladder of eBay, from 1.00. */
class EnglishRulesTest {

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

    @ParameterizedTest(name = "{0} where 100 is due and 10 times that is the limit")
    @CsvSource({"1000, ACCEPTED", "1001, REJECTED"})
    void a_large_bid_must_be_confirmed(long amount, DecisionOutcome outcome) {
        Saleroom room = new Saleroom(aLot().confirmingAbove(10));

        assertThat(room.bid("alice", amount).decision().outcome()).isEqualTo(outcome);
        assertThat(room.bidConfirmed("bob", 90_000).decision().outcome())
                .isEqualTo(DecisionOutcome.ACCEPTED);
    }
}
