package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES: the leader raises his own maximum. */
class OwnMaximumRulesTest {
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final Duration EXTENSION = Duration.ofMinutes(3);

    @Test
    void raising_it_leaves_no_public_trace_and_never_extends() {
        Saleroom room = new Saleroom(aLot().withSoftClose(WINDOW, EXTENSION, null));
        room.bid("alice", 500);

        Ruling raise = room.at(CLOSES_AT.minusSeconds(1)).bid("alice", 900);

        assertThat(raise.events()).isEmpty();
        assertThat(raise.decision().outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        assertThat(raise.decision().max()).isEqualTo(new Money(900));
        assertThat(room.bid("bob", 800).decision().leading()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500", "499", "1"})
    void at_or_below_it_is_refused(long amount) {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 500);

        assertThat(room.bid("alice", amount).decision().reason()).isEqualTo(Reason.BELOW_OWN_MAX);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"KEEPS_PRICE, 500", "COMPLETES_STEP, 550"})
    void raising_one_that_holds_the_price_down_follows_the_habit_of_the_house(
            OwnRaise habit, long price) {
        Saleroom room = new Saleroom(aLot().onOwnRaise(habit));
        room.bid("alice", 500);
        room.bid("bob", 500);

        room.bid("alice", 900);

        assertThat(room.bid("carol", 100).decision().price()).isEqualTo(new Money(price));
    }
}
