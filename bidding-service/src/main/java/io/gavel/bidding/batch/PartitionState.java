package io.gavel.bidding.batch;

import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the writer of a partition remembers between batches. It may forget anything except the
 * progress, since all of it is in the database; with the partition this object is let go, and
 * nothing that it put into the shared memory counts any more.
 */
final class PartitionState {

    private final Memory memory;
    private PartitionProgress progress;

    PartitionState(PartitionProgress progress, Memory memory) {
        this.progress = progress;
        this.memory = memory;
    }

    /**
     * What all partitions of an instance remember together.
     *
     * @param lots at most so many, the least recently used go
     * @param paddles the same for bidders
     */
    record Memory(
            LeastRecentlyUsed<LotId, RememberedLot> lots,
            LeastRecentlyUsed<Bidder, RememberedPaddle> paddles) {

        static Memory of(int maxLots, int maxPaddles) {
            return new Memory(
                    new LeastRecentlyUsed<>(maxLots), new LeastRecentlyUsed<>(maxPaddles));
        }
    }

    /** An account on a lot. */
    record Bidder(LotId lot, AccountId account) {}

    record RememberedLot(PartitionState by, LotEntry entry) {}

    record RememberedPaddle(PartitionState by, @Nullable Paddle paddle) {}

    PartitionProgress progress() {
        return progress;
    }

    @Nullable LotEntry lot(LotId id) {
        RememberedLot lot = memory.lots().get(id);
        return lot == null || lot.by() != this ? null : lot.entry();
    }

    /** Whether it is remembered if, and under which paddle, he has bid. */
    boolean knows(Bidder bidder) {
        RememberedPaddle remembered = memory.paddles().get(bidder);
        return remembered != null && remembered.by() == this;
    }

    /**
     * The paddle of somebody who has bid on the lot.
     *
     * @throws IllegalStateException unless {@link #knows} said yes
     */
    Optional<Paddle> paddle(Bidder bidder) {
        RememberedPaddle remembered = memory.paddles().get(bidder);
        if (remembered == null || remembered.by() != this) {
            throw new IllegalStateException(
                    "not loaded before deciding: a bidder on lot " + bidder.lot());
        }
        return Optional.ofNullable(remembered.paddle());
    }

    void advanceTo(PartitionProgress reached) {
        progress = reached;
    }

    void remember(LotEntry entry) {
        memory.lots().put(entry.id(), new RememberedLot(this, entry));
    }

    /** Remembers a paddle, or with null that he has not bid yet. */
    void remember(Bidder bidder, @Nullable Paddle paddle) {
        memory.paddles().put(bidder, new RememberedPaddle(this, paddle));
    }
}
