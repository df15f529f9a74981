package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Retraction": the price is what the remaining maxima give. */
class RetractionPriceRulesTest {

    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private static ListingBuilder aLotFor(Duration length) {
        return aLot().closingAt(LISTED_AT.plus(length)).withRetraction();
    }

    @ParameterizedTest(name = "{0}, then {1} retracts: price {2}, paddle {3} leads")
    @CsvSource({
        "alice 900 bob 300,                     bob,   100, 1",
        "alice 900 bob 300,                     alice, 100, 2",
        "alice 300 bob 900,                     bob,   100, 1",
        "alice 300 bob 900 carol 600,           bob,   325, 3",
        "alice 300 bob 900 carol 600,           carol, 325, 2",
        "alice 300 bob 900 carol 600,           alice, 650, 2",
        "alice 500 bob 500,                     bob,   100, 1",
        "alice 500 bob 500,                     alice, 100, 2",
        "alice 500 bob 500 carol 700,           carol, 500, 1",
        "alice 500 bob 600 alice 600 carol 700, carol, 600, 2",
        "alice 500 bob 520 carol 800,           carol, 520, 2",
    })
    void the_best_of_what_is_left_leads_over_the_second_best(
            String bids, String who, long price, int leader) {
        Saleroom room = new Saleroom(aLotFor(TWO_DAYS));
        bidAll(room, bids);

        assertThat(story(room.retract(who))).containsExactly("bid-retracted");

        assertThat(room.last().price()).isEqualTo(new Money(price));
        assertThat(room.last().leader().number()).isEqualTo(leader);
    }

    @Test
    void when_nothing_is_left_the_starting_price_is_due_again() {
        Saleroom room = new Saleroom(aLotFor(TWO_DAYS));
        bidAll(room, "alice 300 alice 900");

        room.retract("alice");

        assertThat(room.last().leader()).isNull();
        assertThat(room.last().price()).isEqualTo(new Money(100));
        assertThat(room.last().next()).isEqualTo(new Money(100));
        assertThat(room.last().bids()).isZero();
        assertThat(story(room.bid("bob", 500))).containsExactly("bid 100 by 2");
    }

    @Test
    void a_raise_taken_back_leaves_the_maximum_before_it() {
        Saleroom room = new Saleroom(aLotFor(TWO_HOURS));
        bidAll(room, "alice 500 bob 300 alice 900");

        Ruling ruling = room.retract("alice");

        assertThat(room.lastText()).contains("\"retracted\":0");
        assertThat(room.last().price()).isEqualTo(new Money(325));
        assertThat(room.last().bids()).isEqualTo(2);
        assertThat(ruling.events()).hasSize(1);
        assertThat(story(room.bid("bob", 600)))
                .containsExactly("auto-bid 500 by 1", "bid 550 by 2");
    }

    @Test
    void a_raise_taken_back_may_hand_the_lead_to_another() {
        Saleroom room = new Saleroom(aLotFor(TWO_HOURS));
        bidAll(room, "alice 500 bob 600 alice 900");
        assertThat(room.last().leader().number()).isEqualTo(1);

        room.retract("alice");

        assertThat(room.last().leader().number()).isEqualTo(2);
        assertThat(room.last().price()).isEqualTo(new Money(550));
    }

    @Test
    void another_leader_at_the_same_price_is_a_change_and_extends() {
        Duration minute = Duration.ofMinutes(1);
        Saleroom room = new Saleroom(aLotFor(TWO_HOURS).withSoftClose(minute, minute, null));
        room.at(LISTED_AT.plus(TWO_HOURS).minusSeconds(600));
        bidAll(room, "bob 490 bob 500 alice 500");

        Ruling ruling = room.at(LISTED_AT.plus(TWO_HOURS).minusSeconds(1)).retract("bob");

        assertThat(story(ruling)).containsExactly("bid-retracted", "extended");
        assertThat(room.last().price()).isEqualTo(new Money(500));
        assertThat(room.last().leader().number()).isEqualTo(2);
    }

    @Test
    void a_lowered_maximum_stays_lowered_when_a_raise_on_it_is_taken_back() {
        Saleroom room = new Saleroom(aLotFor(TWO_HOURS));
        bidAll(room, "alice 900 bob 300");
        room.lowerMax("alice", 400);
        room.bid("alice", 800);

        room.retract("alice");

        assertThat(story(room.bid("bob", 450)))
                .containsExactly("auto-bid 400 by 1", "bid 425 by 2");
    }

    @ParameterizedTest(name = "{0}: {1} before, {2} after")
    @CsvSource({"KEEPS_PRICE, 500, 500", "COMPLETES_STEP, 550, 550"})
    void it_never_raises_a_price_that_was_held_down(OwnRaise habit, long before, long after) {
        Saleroom room = new Saleroom(aLotFor(TWO_DAYS).onOwnRaise(habit));
        bidAll(room, "carol 200 alice 500 bob 500 alice 900");
        assertThat(room.bid("dave", 1).decision().price()).isEqualTo(new Money(before));

        room.retract("carol");

        assertThat(room.last().price()).isEqualTo(new Money(after));
        assertThat(room.last().leader().number()).isEqualTo(2);
    }

    @Test
    void a_step_is_completed_over_whoever_is_the_underbidder_now() {
        Saleroom room = new Saleroom(aLotFor(TWO_DAYS).onOwnRaise(OwnRaise.COMPLETES_STEP));
        bidAll(room, "alice 510 bob 300 carol 500");
        room.retract("carol");
        assertThat(room.last().price()).isEqualTo(new Money(325));

        assertThat(room.bid("alice", 900).events()).isEmpty();
    }

    private static void bidAll(Saleroom room, String bids) {
        String[] words = bids.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            room.bid(words[i], Long.parseLong(words[i + 1]));
        }
    }
}
