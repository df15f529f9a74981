package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.batch.PartitionState.Memory;
import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Paddle;
import org.junit.jupiter.api.Test;

class PartitionStateTest {

    private final Saleroom room = new Saleroom(aLot());

    @Test
    void on_a_lot_remembered_from_its_first_bid_on_a_stranger_is_known_not_to_have_bid() {
        PartitionState state = new PartitionState(PartitionProgress.NONE, Memory.of(10, 10));
        state.remember(room.entry());
        LotEntry withBid = bidBy("alice");
        state.remember(withBid);
        state.remember(bidder("alice"), new Paddle(1));

        assertThat(state.knows(bidder("bob"))).isTrue();
        assertThat(state.paddle(bidder("bob"))).isEmpty();
        assertThat(state.paddle(bidder("alice"))).contains(new Paddle(1));
    }

    @Test
    void of_a_lot_that_was_loaded_with_bids_a_stranger_must_be_looked_up() {
        PartitionState state = new PartitionState(PartitionProgress.NONE, Memory.of(10, 10));

        state.remember(bidBy("alice"));

        assertThat(state.knows(bidder("bob"))).isFalse();
    }

    @Test
    void once_a_paddle_is_forgotten_strangers_must_be_looked_up_again() {
        PartitionState state = new PartitionState(PartitionProgress.NONE, Memory.of(10, 2));
        state.remember(room.entry());
        state.remember(bidBy("alice"));
        state.remember(bidder("alice"), new Paddle(1));
        state.remember(bidder("bob"), new Paddle(2));
        state.remember(bidder("carol"), new Paddle(3));

        assertThat(state.knows(bidder("alice"))).isFalse();
        assertThat(state.knows(bidder("dave"))).isFalse();
        assertThat(state.knows(bidder("carol"))).isTrue();
    }

    @Test
    void what_another_owner_of_the_partition_remembered_does_not_count() {
        Memory memory = Memory.of(10, 10);
        new PartitionState(PartitionProgress.NONE, memory).remember(room.entry());
        PartitionState later = new PartitionState(PartitionProgress.NONE, memory);

        assertThat(later.lot(room.entry().id())).isNull();
        assertThat(later.knows(bidder("alice"))).isFalse();
    }

    private LotEntry bidBy(String account) {
        room.bid(account, 500);
        return room.entry();
    }

    private Bidder bidder(String account) {
        return new Bidder(room.entry().id(), new AccountId(account));
    }
}
