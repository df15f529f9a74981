package io.gavel.bidding.store;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.auction.Lot;
import io.gavel.contracts.json.Json;
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

    private static void assertComesBack(Saleroom room) {
        Lot.Listed lot = (Lot.Listed) room.entry().lot();
        Lot back = Json.read(LotRow.state(lot), StoredState.class).lot(lot.terms(), lot.book());
        assertThat(back).isEqualTo(lot);
    }
}
