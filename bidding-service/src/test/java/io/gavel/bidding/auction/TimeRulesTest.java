package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Close": what the command's time alone decides. */
class TimeRulesTest {

    @ParameterizedTest(name = "{0} ms after the end")
    @CsvSource({"-1, ACCEPTED, OPEN", "0, REJECTED, CLOSED", "1, REJECTED, CLOSED"})
    void a_bid_is_in_time_only_before_the_end(
            long millis, DecisionOutcome outcome, LotStatus status) {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 500);

        Ruling ruling = room.at(CLOSES_AT.plusMillis(millis)).bid("bob", 900);

        assertThat(ruling.decision().outcome()).isEqualTo(outcome);
        assertThat(room.last().status()).isEqualTo(status);
    }

    @Test
    void the_hammer_falls_once_for_the_leader_at_the_price() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 500);
        room.bid("bob", 300);

        room.at(CLOSES_AT).closeDue();

        assertThat(room.last().hammer()).isEqualTo(new Money(325));
        assertThat(room.last().winner().number()).isEqualTo(1);
        assertThat(room.last().next()).isEqualTo(new Money(350));
        assertThat(room.closeDue().events()).isEmpty();
        assertThat(room.bid("alice", 9_000).decision().leading()).isFalse();
        assertThat(room.bid("carol", 9_000).decision().reason()).isEqualTo(Reason.CLOSED);
    }

    @Test
    void a_close_due_before_the_end_is_harmless() {
        Saleroom room = new Saleroom(aLot());

        Ruling early = room.at(CLOSES_AT.minusMillis(1)).closeDue();

        assertThat(early.events()).isEmpty();
        assertThat(early.decision().outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
    }

    @Test
    void a_lot_opens_at_its_time_and_not_before() {
        Instant opensAt = LISTED_AT.plusSeconds(60);
        Saleroom room = new Saleroom(aLot().openingAt(opensAt));

        assertThat(room.bid("alice", 500).decision().reason()).isEqualTo(Reason.NOT_OPEN);
        assertThat(story(room.at(opensAt).bid("alice", 500)))
                .containsExactly("opened", "bid 100 by 1");
    }

    @Test
    void a_lot_nobody_looked_at_until_its_end_opens_and_closes_unsold() {
        Saleroom room = new Saleroom(aLot().openingAt(LISTED_AT.plusSeconds(60)));

        assertThat(story(room.at(CLOSES_AT).closeDue())).containsExactly("opened", "closed");
        assertThat(room.last().outcome()).isEqualTo(CloseOutcome.UNSOLD);
    }

    @Test
    void a_listing_that_ends_before_it_is_decided_is_invalid() {
        Saleroom room = new Saleroom(aLot().closingAt(LISTED_AT));

        assertThat(room.events()).isEmpty();
        assertThat(room.bid("alice", 500).decision().reason()).isEqualTo(Reason.UNKNOWN_LOT);
    }
}
