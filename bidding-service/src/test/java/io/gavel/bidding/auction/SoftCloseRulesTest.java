package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.story;
import static io.gavel.contracts.lot.OwnRaise.COMPLETES_STEP;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Soft close". */
class SoftCloseRulesTest {
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final Duration EXTENSION = Duration.ofMinutes(3);

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

    @ParameterizedTest(name = "extended by {0} min, paused for {1} min: at most {2} s later")
    @CsvSource({"0, 0, 240", "10, 0, 840", "0, 5, 540", "10, 5, 1140"})
    void the_cap_counts_from_the_end_that_the_auctioneer_gave(
            int extended, int paused, long latest) {
        Saleroom room =
                new Saleroom(aLot().withSoftClose(WINDOW, EXTENSION, Duration.ofMinutes(4)));
        room.at(CLOSES_AT.minusSeconds(1)).bid("alice", 500);
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plusSeconds(179));
        if (extended > 0) {
            room.extend(extended);
        }
        room.pause();
        room.at(CLOSES_AT.minusSeconds(1).plusSeconds(60L * paused)).resume();
        Instant end = room.last().closesAt();
        assertThat(end).isEqualTo(CLOSES_AT.plusSeconds(179 + 60L * (extended + paused)));

        room.at(end.minusSeconds(1)).bid("bob", 900);

        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT.plusSeconds(latest));
    }

    @Test
    void an_end_is_never_moved_back() {
        Saleroom room = new Saleroom(aLot().withSoftClose(WINDOW, Duration.ofSeconds(30), null));

        Ruling ruling = room.at(CLOSES_AT.minusSeconds(60)).bid("alice", 500);

        assertThat(story(ruling)).containsExactly("bid 100 by 1");
        assertThat(room.at(CLOSES_AT.minusSeconds(30)).bid("bob", 200).events()).hasSize(2);
        assertThat(story(room.at(CLOSES_AT.minusSeconds(29)).bid("bob", 300)))
                .containsExactly("bid 300 by 2", "auto-bid 325 by 1", "extended");
        assertThat(room.lastText()).contains("\"reason\":\"soft-close\"");
    }

    @Test
    void without_one_the_close_is_hard() {
        Saleroom room = new Saleroom(aLot());

        room.at(CLOSES_AT.minusMillis(1)).bid("alice", 500);

        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT);
    }

    @Test
    void a_raise_that_lifts_the_price_does_not_extend_either() {
        Saleroom room =
                new Saleroom(
                        aLot().withSoftClose(WINDOW, EXTENSION, null).onOwnRaise(COMPLETES_STEP));
        room.bid("alice", 500);
        room.bid("bob", 500);

        assertThat(story(room.at(CLOSES_AT.minusSeconds(1)).bid("alice", 900)))
                .containsExactly("auto-bid 550 by 1");
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

        assertThat(story(ruling)).containsExactly("bid 500 by 2", "auto-bid 550 by 1", "extended");
    }
}
