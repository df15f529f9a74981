package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rules that are wrong in known auction systems; each stands here under its name. */
class KnownMistakesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_bid_equal_to_the_reserve_meets_it() {
        Saleroom room = new Saleroom(aLot().withReserve(1_000));
        room.bid("alice", 1_000);
        room.at(CLOSES_AT).closeDue();

        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.SOLD);
        assertThat(room.last().hammer()).isEqualTo(new Money(1_000));
    }

    @Test
    void a_rejected_bid_never_extends() {
        Saleroom room =
                new Saleroom(
                        aLot().withSoftClose(MINUTE, MINUTE, null)
                                .confirmingAbove(10)
                                .linkedTo("friend"));
        room.bid("alice", 900);
        room.bid("bob", 300);
        room.at(CLOSES_AT.minusSeconds(1));

        assertThat(outcome(room.bid("bob", 349))).isEqualTo("too-low");
        assertThat(outcome(room.bid("alice", 900))).isEqualTo("below-own-max");
        assertThat(outcome(room.bid("bob", 3_501))).isEqualTo("confirm-large");
        assertThat(outcome(room.bid("friend", 1_000))).isEqualTo("own-lot");
        assertThat(outcome(room.bidSuspended("bob", 1_000))).isEqualTo("not-allowed");
        assertThat(outcome(room.buyNow("bob"))).isEqualTo("not-allowed");
        assertThat(outcome(room.retract("bob"))).isEqualTo("not-allowed");
        assertThat(outcome(room.lowerMax("alice", 1))).isEqualTo("too-low");
        assertThat(outcome(room.acceptPrice("bob"))).isEqualTo("invalid");

        assertThat(story(room.at(CLOSES_AT).bid("bob", 2_000))).containsExactly("closed");
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT);
    }

    @Test
    void ties_go_to_the_earlier() {
        for (boolean sealed : new boolean[] {true, false}) {
            Saleroom room =
                    new Saleroom(sealed ? aLot().as(new Format.SealedFirstPrice()) : aLot());
            room.bid("alice", 700);
            room.bid("bob", 700);
            room.at(CLOSES_AT).closeDue();

            assertThat(room.last().winner().number()).isEqualTo(1);
            assertThat(room.last().hammer()).isEqualTo(new Money(700));
        }
    }

    @Test
    void the_leader_is_never_bid_up_by_himself() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 500);
        for (long max = 600; max <= 2_000; max += 100) {
            assertThat(room.bid("alice", max).events()).isEmpty();
        }
        assertThat(room.last().price()).isEqualTo(new Money(100));

        room.bid("bob", 300);
        assertThat(room.bid("alice", 3_000).events()).isEmpty();
        assertThat(room.last().price()).isEqualTo(new Money(325));
    }

    @Test
    void lowering_a_maximum_never_changes_the_price() {
        Saleroom room = new Saleroom(aLot().withReserve(1_000).withRetraction());
        room.bid("alice", 5_000);
        room.bid("bob", 2_000);
        assertThat(room.last().price()).isEqualTo(new Money(2_050));

        for (long max : new long[] {4_000, 2_050}) {
            assertThat(room.lowerMax("alice", max).events()).isEmpty();
        }
        assertThat(outcome(room.lowerMax("alice", 2_049))).isEqualTo("too-low");

        assertThat(room.bid("bob", 1).decision().price()).isEqualTo(new Money(2_050));
    }

    @Test
    void the_largest_amount_there_is_cannot_be_outbid_by_itself() {
        Saleroom room = new Saleroom(aLot().withSoftClose(MINUTE, MINUTE, null));
        room.bid("alice", Money.MAX_MINOR);
        room.bid("bob", Money.MAX_MINOR);
        assertThat(room.last().price()).isEqualTo(new Money(Money.MAX_MINOR));

        assertThat(outcome(room.at(CLOSES_AT.minusSeconds(1)).bid("bob", Money.MAX_MINOR)))
                .isEqualTo("too-low");
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT);
    }
}
