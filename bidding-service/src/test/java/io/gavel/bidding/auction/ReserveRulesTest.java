package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.story;
import static io.gavel.contracts.lot.OwnRaise.COMPLETES_STEP;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.ReserveStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** RULES, "Reserve". */
class ReserveRulesTest {
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final Duration EXTENSION = Duration.ofMinutes(3);

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
    void short_of_it_nobody_hears_that_it_is_met() {
        Saleroom room = new Saleroom(aLot().withReserve(1_000).onOwnRaise(COMPLETES_STEP));

        assertThat(story(room.bid("alice", 400))).containsExactly("bid 100 by 1");
        assertThat(story(room.bid("bob", 400)))
                .containsExactly("bid 400 by 2", "auto-bid 400 by 1");
        assertThat(story(room.bid("alice", 700))).containsExactly("auto-bid 425 by 1");
        assertThat(story(room.bid("bob", 999)))
                .containsExactly("auto-bid 700 by 1", "bid 750 by 2");
        assertThat(room.last().reserve()).isEqualTo(ReserveStatus.NOT_MET);
    }

    @Test
    void once_met_it_is_not_met_again() {
        Saleroom room = new Saleroom(aLot().withReserve(1_000).onOwnRaise(COMPLETES_STEP));
        room.bid("alice", 2_000);
        room.bid("bob", 2_000);

        assertThat(story(room.bid("alice", 3_000))).containsExactly("auto-bid 2050 by 1");
        assertThat(story(room.bid("bob", 4_000)))
                .containsExactly("auto-bid 3000 by 1", "bid 3100 by 2");
    }

    @Test
    void a_lot_without_one_says_so() {
        Saleroom room = new Saleroom(aLot());
        assertThat(room.last().reserve()).isEqualTo(ReserveStatus.NONE);
        room.bid("alice", 500);
        assertThat(room.last().reserve()).isEqualTo(ReserveStatus.NONE);
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
