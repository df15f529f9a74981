package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is left of bids from before the opening when it is over, and taking them back. */
class AbsenteeRetractionRulesTest {

    private static final Instant OPENS_AT = LISTED_AT.plusSeconds(600);

    private static ListingBuilder aWaitingLot() {
        return aLot().withAbsenteeBids().openingAt(OPENS_AT);
    }

    @Test
    void after_the_opening_those_that_were_placed_can_be_taken_back() {
        Saleroom room = new Saleroom(aWaitingLot().withRetraction());
        room.bid("alice", 900);
        room.bid("bob", 500);
        room.bid("carol", 549);
        assertThat(outcome(room.retract("alice"))).isEqualTo("not-open");

        room.at(OPENS_AT.plusSeconds(60));

        assertThat(outcome(room.retract("carol"))).isEqualTo("not-allowed");
        assertThat(outcome(room.retract("alice"))).isEqualTo("accepted");
        assertThat(room.last().leader().number()).isEqualTo(2);
        assertThat(room.last().bids()).isEqualTo(1);
    }

    @Test
    void one_that_did_nothing_stands_no_more_for_whoever_keeps_the_hands() {
        Saleroom room = new Saleroom(aWaitingLot().withRetraction());
        room.bid("alice", 900);
        room.bid("bob", 100);

        Ruling opening = room.at(OPENS_AT).closeDue();

        Hand left =
                opening.hands().stream().filter(h -> h.paddle().number() == 2).toList().getLast();
        assertThat(left.bids()).isEmpty();
    }

    @Test
    void a_lot_that_keeps_no_book_leaves_the_hands_as_they_are() {
        Saleroom room = new Saleroom(aWaitingLot());
        room.bid("alice", 900);
        room.bid("bob", 100);

        assertThat(room.at(OPENS_AT).closeDue().hands())
                .extracting(hand -> hand.paddle().number())
                .containsExactly(1);
    }

    @Test
    void they_were_placed_when_the_lot_opened_whoever_noticed_it_later() {
        Saleroom room =
                new Saleroom(
                        aWaitingLot().withRetraction().closingAt(CLOSES_AT.plusSeconds(36_000)));
        room.bid("alice", 900);

        room.at(OPENS_AT.plusSeconds(3_600).plusMillis(1));

        assertThat(outcome(room.retract("alice"))).isEqualTo("not-allowed");
    }
}
