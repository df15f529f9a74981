package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lot is put up once, for at most 366 days. */
class ListingRulesTest {

    private static final long LONGEST = Duration.ofDays(366).toMillis();

    @ParameterizedTest(name = "{0} ms after the listing: {1}")
    @CsvSource({"-1, 0", "0, 0", "1, 2", "31622400000, 2", "31622400001, 0"})
    void it_ends_after_it_is_listed_and_within_366_days(long millis, int events) {
        assertThat(LONGEST).isEqualTo(31_622_400_000L);

        assertThat(new Saleroom(aLot().closingAt(LISTED_AT.plusMillis(millis))).log())
                .hasSize(events);
    }

    @Test
    void an_end_out_of_bounds_is_told_with_them() {
        Saleroom room = new Saleroom(aLot().closingAt(LISTED_AT));

        Ruling again = list(room, "seller", LISTED_AT);

        assertThat(outcome(again)).isEqualTo("invalid");
        assertThat(again.decision().version()).isNull();
        assertThat(again.decision().price()).isNull();
        assertThat(again.decision().detail())
                .isEqualTo(
                        "closesAt: 2026-11-22T12:00:00.000Z (expected: after"
                                + " 2026-11-22T12:00:00.000Z, at most 366 days later)");
    }

    @ParameterizedTest(name = "opens {0} ms after the listing: {1}")
    @CsvSource({"-1, OPEN", "0, OPEN", "1, SCHEDULED"})
    void it_opens_at_once_unless_its_time_is_to_come(long millis, LotStatus status) {
        Saleroom room = new Saleroom(aLot().openingAt(LISTED_AT.plusMillis(millis)));

        assertThat(room.last().status()).isEqualTo(status);
        assertThat(room.events()).extracting("type").first().isEqualTo("listed");
    }

    @Test
    void listing_a_lot_twice_is_a_conflict_whoever_does_it() {
        Saleroom room = new Saleroom(aLot());
        var before = room.entry();

        for (String who : new String[] {"seller", "another"}) {
            Ruling again = list(room, who, LISTED_AT.plusSeconds(60));

            assertThat(outcome(again)).isEqualTo("conflict");
            assertThat(again.decision().detail())
                    .isEqualTo("lot: already listed (expected: a new lot id)");
            assertThat(room.entry()).isEqualTo(before);
        }
    }

    @Test
    void listing_it_again_after_its_end_closes_it_first() {
        Saleroom room = new Saleroom(aLot()).at(LISTED_AT.plusSeconds(3_600));

        Ruling again = list(room, "seller", LISTED_AT.plusSeconds(7_200));

        assertThat(outcome(again)).isEqualTo("conflict");
        assertThat(story(again)).containsExactly("closed");
    }

    private static Ruling list(Saleroom room, String who, Instant closesAt) {
        return room.send(
                new ListLot(
                        room.nextId(),
                        room.entry().id(),
                        new AccountId(who),
                        aLot().closingAt(closesAt).build()));
    }
}
