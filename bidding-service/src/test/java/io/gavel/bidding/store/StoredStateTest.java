package io.gavel.bidding.store;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.Outage;
import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StoredStateTest {

    @Test
    void a_lot_comes_back_from_its_row_as_it_was_in_every_state_of_its_life() {
        Saleroom room = new Saleroom(aLot().openingAt(LISTED_AT.plusSeconds(1)).withReserve(5_000));
        assertComesBack(room);
        room.at(LISTED_AT.plusSeconds(1)).closeDue();
        assertComesBack(room);
        room.bid("alice", 500);
        assertComesBack(room);
        room.bid("bob", 9_000);
        assertComesBack(room);
        room.at(CLOSES_AT).closeDue();
        assertComesBack(room);
    }

    @Test
    void what_it_was_given_for_outages_comes_back_too() {
        Saleroom room = new Saleroom(aLot());
        room.knowing(new Outage(CLOSES_AT.minusSeconds(60), CLOSES_AT)).at(CLOSES_AT).closeDue();
        assertComesBack(room);
        room.pause();
        room.at(CLOSES_AT.plusSeconds(5)).resume();
        assertComesBack(room);
    }

    @Test
    void a_state_that_was_kept_before_there_were_outages_comes_back() {
        Lot.Listed lot = (Lot.Listed) new Saleroom(aLot()).entry().lot();
        String now = new String(LotRow.state(lot), StandardCharsets.UTF_8);
        String then = now.replace(",\"outages\":null", "");

        assertThat(then).isNotEqualTo(now);
        assertThat(
                        Json.read(then.getBytes(StandardCharsets.UTF_8), StoredState.class)
                                .lot(lot.terms(), lot.book()))
                .isEqualTo(lot);
    }

    private static void assertComesBack(Saleroom room) {
        Lot.Listed lot = (Lot.Listed) room.entry().lot();
        Lot back = Json.read(LotRow.state(lot), StoredState.class).lot(lot.terms(), lot.book());
        assertThat(back).isEqualTo(lot);
    }
}
