package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RULES, "Lower own maximum". */
class LowerMaxRulesTest {

    /** Alice leads at 3.25 with a maximum of 9.00. */
    private static Saleroom ledByAlice(ListingBuilder lot) {
        Saleroom room = new Saleroom(lot);
        room.bid("alice", 900);
        room.bid("bob", 300);
        return room;
    }

    @ParameterizedTest(name = "from 900 to {0}, the price is 325: {1}")
    @CsvSource({
        "901, invalid",
        "900, invalid",
        "899, accepted",
        "326, accepted",
        "325, accepted",
        "324, too-low",
        "1,   too-low"
    })
    void the_leader_lowers_it_down_to_the_price(long amount, String outcome) {
        for (ListingBuilder lot : new ListingBuilder[] {aLot(), aLot().withRetraction()}) {
            Saleroom room = ledByAlice(lot);

            Ruling ruling = room.lowerMax("alice", amount);

            assertThat(outcome(ruling)).isEqualTo(outcome);
            assertThat(ruling.events()).isEmpty();
            assertThat(room.last().price()).isEqualTo(new Money(325));
            assertThat(ruling.decision().leading()).isTrue();
        }
    }

    @Test
    void what_came_and_what_was_expected_is_told_to_him_alone() {
        Saleroom room = ledByAlice(aLot());

        assertThat(room.lowerMax("alice", 324).decision().detail())
                .isEqualTo("amount: 324 (expected: >= 325, the price)");
        assertThat(room.lowerMax("alice", 900).decision().detail())
                .isEqualTo("amount: 900 (expected: below your maximum, 900)");
        assertThat(room.lowerMax("alice", 400).decision().max()).isEqualTo(new Money(400));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_next_challenge_meets_the_lowered_one(boolean withBook) {
        Saleroom room = ledByAlice(withBook ? aLot().withRetraction() : aLot());
        room.lowerMax("alice", 400);

        assertThat(story(room.bid("carol", 500)))
                .containsExactly("auto-bid 400 by 1", "bid 425 by 3");
    }

    @Test
    void raising_it_again_is_measured_by_the_lowered_one() {
        Saleroom room = ledByAlice(aLot());
        room.lowerMax("alice", 400);

        assertThat(outcome(room.bid("alice", 400))).isEqualTo("below-own-max");
        assertThat(outcome(room.bid("alice", 401))).isEqualTo("accepted");
    }

    @Test
    void only_the_leader_has_one_to_lower() {
        Saleroom room = new Saleroom(aLot());
        assertThat(outcome(room.lowerMax("alice", 100))).isEqualTo("not-allowed");
        room.bid("alice", 900);
        room.bid("bob", 300);

        Ruling underbidder = room.lowerMax("bob", 200);

        assertThat(outcome(underbidder)).isEqualTo("not-allowed");
        assertThat(underbidder.decision().detail())
                .isEqualTo("only the leader can lower his maximum");
        assertThat(underbidder.decision().leading()).isFalse();
    }

    @Test
    void it_never_extends() {
        Duration minute = Duration.ofMinutes(1);
        Saleroom room = ledByAlice(aLot().withSoftClose(minute, minute, null));

        room.at(CLOSES_AT.minusSeconds(1)).lowerMax("alice", 400);

        assertThat(room.at(CLOSES_AT).closeDue().events()).hasSize(1);
        assertThat(room.last().closesAt()).isEqualTo(CLOSES_AT);
    }

    @Test
    void a_price_at_the_reserve_holds_it_up() {
        Saleroom room = new Saleroom(aLot().withReserve(1_000));
        room.bid("alice", 2_000);

        assertThat(outcome(room.lowerMax("alice", 999))).isEqualTo("too-low");
        assertThat(outcome(room.lowerMax("alice", 1_000))).isEqualTo("accepted");
    }

    @Test
    void raised_and_lowered_again_it_is_as_early_as_before() {
        Saleroom room = new Saleroom(aLot().withRetraction());
        room.bid("alice", 300);
        room.bid("bob", 300);
        room.bid("alice", 900);
        room.lowerMax("alice", 300);
        room.bid("carol", 500);

        room.retract("carol");

        assertThat(room.last().leader().number()).isEqualTo(1);
        assertThat(room.last().price()).isEqualTo(new Money(300));
    }
}
