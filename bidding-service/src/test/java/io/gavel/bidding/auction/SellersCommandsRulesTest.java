package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.SELLER;
import static io.gavel.bidding.Saleroom.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * DESIGN §6: a seller can cancel his own lot before the first bid, and nothing else of an operator.
 */
class SellersCommandsRulesTest {

    @ParameterizedTest(name = "{0} by the seller: {1}, by the seller who is an operator: {2}")
    @CsvSource({
        "pause,  not-allowed, accepted",
        "resume, not-allowed, not-allowed",
        "extend, not-allowed, accepted",
        "hammer, not-allowed, accepted",
        "cancel, accepted,    accepted",
    })
    void a_seller_is_no_operator_of_his_own_lot(String what, String seller, String operator) {
        Saleroom room = new Saleroom(aLot());
        assertThat(outcome(room.send(command(room, what, false)))).isEqualTo(seller);
        Saleroom other = new Saleroom(aLot());
        assertThat(outcome(other.send(command(other, what, true)))).isEqualTo(operator);
    }

    @Test
    void each_refusal_says_what_he_can_do() {
        Saleroom room = new Saleroom(aLot());
        assertThat(room.send(command(room, "hammer", false)).decision().detail())
                .isEqualTo("only an operator can do this");
        room.bid("alice", 100);
        assertThat(room.send(command(room, "cancel", false)).decision().detail())
                .isEqualTo("a seller can cancel his lot only before the first bid");
    }

    @Test
    void he_cancels_before_the_first_bid_in_every_format() {
        ListingBuilder waiting = aLot().withAbsenteeBids().openingAt(LISTED_AT.plusSeconds(9));
        assertCancels(waiting, _ -> {}, "accepted");
        assertCancels(waiting, room -> room.bid("alice", 100), "not-allowed");
        assertCancels(aLot(), room -> room.bid("alice", 99), "accepted");
        assertCancels(aLot(), room -> room.bid("alice", 100), "not-allowed");
        assertCancels(aLot(), Saleroom::pause, "accepted");
        assertCancels(
                aLot().withRetraction(),
                room -> {
                    room.bid("alice", 100);
                    room.retract("alice");
                },
                "accepted");
        Format dutch = new Format.Dutch(new Money(10), Duration.ofMinutes(1), new Money(10));
        assertCancels(aLot().as(dutch), _ -> {}, "accepted");
        assertCancels(aLot().as(dutch), room -> room.acceptPrice("alice"), "not-allowed");
        for (Format sealed : SealedRulesTest.formats()) {
            assertCancels(aLot().as(sealed), _ -> {}, "accepted");
            assertCancels(aLot().as(sealed), room -> room.bid("alice", 100), "not-allowed");
        }
    }

    private static void assertCancels(
            ListingBuilder lot, Consumer<Saleroom> before, String outcome) {
        Saleroom room = new Saleroom(lot);
        before.accept(room);
        assertThat(outcome(room.cancel(SELLER))).isEqualTo(outcome);
    }

    private static AuctioneerCommand command(Saleroom room, String what, boolean asOperator) {
        var id = room.nextId();
        var lot = room.entry().id();
        return switch (what) {
            case "pause" -> new Pause(id, lot, SELLER, "why", asOperator);
            case "resume" -> new Resume(id, lot, SELLER, "why", asOperator);
            case "extend" -> new Extend(id, lot, SELLER, 5, "why", asOperator);
            case "hammer" -> new Hammer(id, lot, SELLER, "why", asOperator);
            default -> new Cancel(id, lot, SELLER, "why", asOperator);
        };
    }
}
