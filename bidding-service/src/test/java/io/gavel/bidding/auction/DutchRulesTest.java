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
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.ReserveStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Dutch": from 10.00 down to 4.00, by 0.70 every minute. */
class DutchRulesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static ListingBuilder aDutchLot() {
        return aLot().startingAt(1_000).as(new Format.Dutch(new Money(70), MINUTE, new Money(400)));
    }

    private static Instant after(long millis) {
        return LISTED_AT.plusMillis(millis);
    }

    @ParameterizedTest(name = "{0} ms after the opening: {1}")
    @CsvSource({
        "0,       1000",
        "59999,   1000",
        "60000,   930",
        "60001,   930",
        "119999,  930",
        "120000,  860",
        "479999,  510",
        "480000,  440",
        "539999,  440",
        "540000,  400",
        "900000,  400",
        "3599999, 400",
    })
    void the_price_is_that_of_the_commands_time(long millis, long price) {
        Saleroom room = new Saleroom(aDutchLot());

        assertThat(room.at(after(millis)).closeDue().decision().price())
                .isEqualTo(new Money(price));
        Ruling ruling = room.acceptPrice("alice");

        assertThat(story(ruling)).containsExactly("bid " + price + " by 1", "closed");
        assertThat(ruling.decision().max()).isEqualTo(new Money(price));
        assertThat(ruling.decision().leading()).isTrue();
        assertThat(room.last().hammer()).isEqualTo(new Money(price));
        assertThat(room.last().price()).isEqualTo(new Money(price));
        assertThat(room.last().next()).isEqualTo(new Money(price));
        assertThat(room.last().leader()).isEqualTo(room.last().winner());
        assertThat(room.last().bids()).isEqualTo(1);
        assertThat(room.last().reserve()).isEqualTo(ReserveStatus.NONE);
        assertThat(room.lastText()).contains("\"reason\":\"accepted\"");
    }

    @Test
    void a_step_beyond_everything_stops_at_the_floor() {
        Format format =
                new Format.Dutch(new Money(Money.MAX_MINOR), Duration.ofMillis(100), new Money(1));
        Saleroom room = new Saleroom(aLot().startingAt(1_000).as(format));

        assertThat(room.at(after(99)).closeDue().decision().price()).isEqualTo(new Money(1_000));
        for (long millis : new long[] {100, 3_599_999}) {
            assertThat(room.at(after(millis)).closeDue().decision().price())
                    .isEqualTo(new Money(1));
        }
    }

    @Test
    void the_first_to_accept_in_the_log_wins() {
        Saleroom room = new Saleroom(aDutchLot()).at(after(60_000));
        room.acceptPrice("alice");

        Ruling second = room.acceptPrice("bob");

        assertThat(outcome(second)).isEqualTo("closed");
        assertThat(second.decision().leading()).isFalse();
        assertThat(second.outbid()).isNull();
        assertThat(room.last().winner().number()).isEqualTo(1);
    }

    @Test
    void the_price_falls_from_the_opening() {
        Saleroom room = new Saleroom(aDutchLot().openingAt(after(300_000)));

        assertThat(outcome(room.acceptPrice("alice"))).isEqualTo("not-open");
        assertThat(room.at(after(299_999)).closeDue().decision().price())
                .isEqualTo(new Money(1_000));
        assertThat(room.at(after(359_999)).closeDue().decision().price())
                .isEqualTo(new Money(1_000));
        assertThat(story(room.at(after(360_000)).acceptPrice("alice")))
                .containsExactly("bid 930 by 1", "closed");
    }

    @Test
    void a_pause_stops_the_price() {
        Saleroom room = new Saleroom(aDutchLot());
        room.at(after(90_000)).pause();
        assertThat(room.at(after(600_000)).closeDue().decision().price()).isEqualTo(new Money(930));
        assertThat(outcome(room.acceptPrice("alice"))).isEqualTo("paused");
        room.at(after(690_000)).resume();

        assertThat(room.at(after(719_999)).closeDue().decision().price()).isEqualTo(new Money(930));
        assertThat(room.at(after(720_000)).closeDue().decision().price()).isEqualTo(new Money(860));
    }

    @Test
    void one_cancelled_in_a_pause_shows_the_price_at_which_its_clock_stood() {
        Saleroom room = new Saleroom(aDutchLot());
        room.at(after(90_000)).pause();

        room.at(after(600_000)).cancel(Saleroom.OPERATOR);

        assertThat(room.last().price()).isEqualTo(new Money(930));
        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.CANCELLED);
    }

    @Test
    void one_cancelled_before_it_opens_shows_the_starting_price() {
        Saleroom room = new Saleroom(aDutchLot().openingAt(after(300_000)));

        room.at(after(60_000)).cancel(Saleroom.OPERATOR);

        assertThat(room.last().price()).isEqualTo(new Money(1_000));
    }

    @Test
    void more_time_does_not_change_the_price() {
        Saleroom room = new Saleroom(aDutchLot()).at(after(60_000));

        room.extend(30);

        assertThat(room.last().price()).isEqualTo(new Money(930));
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plus(Duration.ofMinutes(30)));
    }

    @Test
    void if_nobody_accepts_it_is_not_sold() {
        Saleroom room = new Saleroom(aDutchLot().closingAt(after(150_000)));

        assertThat(outcome(room.at(after(600_000)).acceptPrice("alice"))).isEqualTo("closed");
        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.UNSOLD);
        assertThat(room.last().price()).as("the last price there was").isEqualTo(new Money(860));
        assertThat(room.last().bids()).isZero();
    }

    @Test
    void the_hammer_finds_nobody_either() {
        Saleroom room = new Saleroom(aDutchLot()).at(after(60_000));

        assertThat(story(room.hammer())).containsExactly("closed");
        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.UNSOLD);
        assertThat(room.last().price()).isEqualTo(new Money(930));
    }
}
