package io.gavel.bidding.store;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.auction.Hand;
import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A hand is kept as the plain JSON of {@link Hand}. */
class StoredHandTest {

    @Test
    void it_comes_back_as_it_was_and_its_bytes_are_these() {
        Saleroom room = new Saleroom(aLot().withRetraction());
        room.bid("alice", 500);
        Hand hand = room.at(LISTED_AT.plusMillis(7)).bid("alice", 900).hands().getFirst();

        byte[] bytes = Json.bytes(hand);

        assertThat(Json.read(bytes, Hand.class)).isEqualTo(hand);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"account\":\"alice\",\"paddle\":1,\"max\":900,\"bids\":["
                                + "{\"amount\":500,\"at\":\"2026-11-22T12:00:00.000Z\",\"place\":0,"
                                + "\"counted\":true},"
                                + "{\"amount\":900,\"at\":\"2026-11-22T12:00:00.007Z\",\"place\":1,"
                                + "\"counted\":false}]}");
    }

    @Test
    void one_of_a_lot_that_keeps_no_bids_is_short() {
        Hand hand = new Saleroom(aLot()).bid("alice", 500).hands().getFirst();

        assertThat(Json.bytes(hand))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"account\":\"alice\",\"paddle\":1,\"max\":500,\"bids\":[]}");
    }
}
