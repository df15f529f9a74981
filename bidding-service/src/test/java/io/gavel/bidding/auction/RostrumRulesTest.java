package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.OPERATOR;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Close": what the auctioneer does is public, with its reason. */
class RostrumRulesTest {

    @Test
    void a_pause_stops_the_clock_and_the_end_moves_by_it() {
        Saleroom room = new Saleroom(aLot());
        Instant before = CLOSES_AT.minusSeconds(1);

        assertThat(story(room.at(before).pause())).containsExactly("paused");
        assertThat(room.lastText()).contains("\"reason\":\"fire alarm\",\"status\":\"paused\"");
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT);
        assertThat(room.at(CLOSES_AT.plusSeconds(500)).closeDue().events()).isEmpty();

        assertThat(story(room.at(before.plusSeconds(600)).resume())).containsExactly("resumed");
        assertThat(room.last().status()).isEqualTo(LotStatus.OPEN);
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plusSeconds(600));
        assertThat(room.lastText()).doesNotContain("reason");
        assertThat(outcome(room.bid("alice", 500))).isEqualTo("accepted");
        assertThat(outcome(room.at(CLOSES_AT.plusSeconds(600)).bid("bob", 900)))
                .isEqualTo("closed");
    }

    @Test
    void a_pause_at_the_end_comes_too_late() {
        Saleroom room = new Saleroom(aLot());

        Ruling ruling = room.at(CLOSES_AT).pause();

        assertThat(outcome(ruling)).isEqualTo("closed");
        assertThat(story(ruling)).containsExactly("closed");
    }

    @Test
    void more_time_is_given_in_minutes_also_while_the_clock_stands() {
        Saleroom room = new Saleroom(aLot());

        assertThat(story(room.extend(5))).containsExactly("extended");
        assertThat(room.lastText()).contains("\"minutes\":5,\"reason\":\"a late train\"");
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plusSeconds(300));
        room.pause();
        room.extend(5);
        assertThat(room.last().status()).isEqualTo(LotStatus.PAUSED);
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plusSeconds(600));
        room.at(LISTED_AT.plusSeconds(60)).resume();
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plusSeconds(660));
    }

    @ParameterizedTest(name = "{0} minutes more on top of 365 days: {1}")
    @CsvSource({"1440, accepted", "1441, invalid"})
    void an_end_stays_within_366_days(int minutes, String outcome) {
        Saleroom room = new Saleroom(aLot().closingAt(LISTED_AT.plus(Duration.ofDays(365))));

        Ruling ruling = room.extend(minutes);

        assertThat(outcome(ruling)).isEqualTo(outcome);
        if (outcome.equals("invalid")) {
            assertThat(ruling.decision().detail())
                    .isEqualTo("minutes: 1441 (expected: an end by 2027-11-23T12:00:00.000Z)");
        }
    }

    @Test
    void the_hammer_knocks_down_to_the_leader_now() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 900);
        room.bid("bob", 300);

        assertThat(story(room.hammer())).containsExactly("closed");

        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.SOLD);
        assertThat(room.last().hammer()).isEqualTo(new Money(325));
        assertThat(room.last().winner().number()).isEqualTo(1);
        assertThat(room.lastText()).contains("\"reason\":\"fair warning\"");
    }

    @ParameterizedTest(name = "reserve {0}, maximum {1}: {2}")
    @CsvSource({",, UNSOLD", "500, 499, UNSOLD", "500, 500, SOLD", ", 100, SOLD"})
    void the_hammer_sells_nothing_below_the_reserve_or_to_nobody(
            Long reserve, Long max, CloseOutcome outcome) {
        Saleroom room = new Saleroom(reserve == null ? aLot() : aLot().withReserve(reserve));
        if (max != null) {
            room.bid("alice", max);
        }

        room.hammer();

        assertThat(room.last().outcome()).isEqualTo(outcome);
    }

    @Test
    void nothing_is_ended_early_in_silence_even_without_a_reason() {
        Saleroom hammered = new Saleroom(aLot());
        hammered.send(new Hammer(hammered.nextId(), hammered.entry().id(), OPERATOR, null, false));
        assertThat(hammered.lastText()).contains("\"reason\":\"hammer\"");

        Saleroom cancelled = new Saleroom(aLot());
        cancelled.send(
                new Cancel(cancelled.nextId(), cancelled.entry().id(), OPERATOR, null, true));
        assertThat(cancelled.lastText()).contains("\"reason\":\"cancelled\"");
    }

    @Test
    void at_its_end_a_lot_needs_no_reason() {
        Saleroom room = new Saleroom(aLot());
        room.at(CLOSES_AT).closeDue();

        assertThat(room.lastText()).doesNotContain("reason\":\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"scheduled", "open", "with a bid", "paused"})
    void a_cancelled_lot_is_won_by_nobody(String state) {
        Saleroom room =
                new Saleroom(
                        state.equals("scheduled")
                                ? aLot().openingAt(LISTED_AT.plusSeconds(9))
                                : aLot());
        if (!state.equals("scheduled") && !state.equals("open")) {
            room.bid("alice", 500);
        }
        if (state.equals("paused")) {
            room.pause();
        }

        assertThat(story(room.cancel(OPERATOR))).containsExactly("closed");

        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.CANCELLED);
        assertThat(room.last().status()).isEqualTo(LotStatus.CLOSED);
        assertThat(room.last().hammer()).isNull();
        assertThat(room.last().winner()).isNull();
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT);
        assertThat(room.lastText()).contains("\"reason\":\"withdrawn\"");
        assertThat(outcome(room.bid("bob", 900))).isEqualTo("closed");
    }
}
