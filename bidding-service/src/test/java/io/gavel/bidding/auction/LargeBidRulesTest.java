package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Large bids". */
class LargeBidRulesTest {

    @ParameterizedTest(name = "next minimum 100, factor {0}, estimate {1}, maximum {2}: {3}")
    @CsvSource({
        "10, ,    1000,            accepted",
        "10, ,    1001,            confirm-large",
        "10, 150, 1001,            confirm-large",
        "10, 150, 1000,            accepted",
        "10, 400, 2000,            accepted",
        "10, 400, 2001,            confirm-large",
        "10, 400, 1001,            accepted",
        "1,  ,    100,             accepted",
        "1,  ,    101,             confirm-large",
        "3,  100, 500,             accepted",
        "3,  100, 501,             confirm-large",
        ",   ,    1000000000000000, accepted",
        ",   400, 1000000000000000, accepted",
    })
    void a_maximum_above_the_factor_and_five_estimates_must_be_confirmed(
            Integer factor, Long estimate, long max, String outcome) {
        ListingBuilder lot = aLot();
        if (factor != null) {
            lot.confirmingAbove(factor);
        }
        if (estimate != null) {
            lot.estimatedAt(estimate);
        }

        assertThat(outcome(new Saleroom(lot).bid("alice", max))).isEqualTo(outcome);
        assertThat(outcome(new Saleroom(lot).bidConfirmed("alice", max))).isEqualTo("accepted");
    }

    @ParameterizedTest(name = "{0} bids {1} where 350 is due: {2}")
    @CsvSource({
        "bob,   3500, accepted",
        "bob,   3501, confirm-large",
        "alice, 3500, accepted",
        "alice, 3501, confirm-large",
    })
    void the_next_minimum_counts_for_challengers_and_for_raises(
            String who, long max, String outcome) {
        Saleroom room = new Saleroom(aLot().confirmingAbove(10));
        room.bid("alice", 900);
        room.bid("bob", 300);
        assertThat(room.last().next()).isEqualTo(new Money(350));

        assertThat(outcome(room.bid(who, max))).isEqualTo(outcome);
    }

    @Test
    void one_that_is_too_low_all_the_same_is_called_that() {
        Saleroom room = new Saleroom(aLot().confirmingAbove(1));
        room.bid("alice", 100);

        assertThat(outcome(room.bid("bob", 99))).isEqualTo("too-low");
        assertThat(outcome(room.bid("alice", 100))).isEqualTo("below-own-max");
    }

    @Test
    void until_it_is_confirmed_it_changes_nothing() {
        Duration minute = Duration.ofMinutes(1);
        Saleroom room =
                new Saleroom(aLot().confirmingAbove(10).withSoftClose(minute, minute, null));
        room.bid("alice", 900);
        var before = room.entry();

        Ruling ruling = room.at(CLOSES_AT.minusSeconds(1)).bid("bob", 90_000);

        assertThat(outcome(ruling)).isEqualTo("confirm-large");
        assertThat(ruling.decision().leading()).isFalse();
        assertThat(room.entry()).isEqualTo(before);
    }

    @ParameterizedTest(name = "before the opening, {0}: {1}")
    @CsvSource({"1000, accepted", "1001, confirm-large"})
    void before_the_opening_the_starting_price_counts(long max, String outcome) {
        ListingBuilder lot =
                aLot().withAbsenteeBids().openingAt(LISTED_AT.plusSeconds(60)).confirmingAbove(10);

        assertThat(outcome(new Saleroom(lot).bid("alice", max))).isEqualTo(outcome);
        assertThat(outcome(new Saleroom(lot).bidConfirmed("alice", max))).isEqualTo("accepted");
    }
}
