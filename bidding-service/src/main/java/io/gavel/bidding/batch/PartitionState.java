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
            LeastRecentlyUsed<LotId, RememberedLot> lots =
                    new LeastRecentlyUsed<>(maxLots, _ -> {});
            return new Memory(
                    lots,
                    new LeastRecentlyUsed<>(maxPaddles, bidder -> misses(bidder.lot(), lots)));
        }

        private static void misses(LotId id, LeastRecentlyUsed<LotId, RememberedLot> lots) {
            RememberedLot lot = lots.get(id);
            if (lot != null) {
                lots.put(id, new RememberedLot(lot.by(), lot.entry(), false));
            }
        }
    }

    /** An account on a lot. */
    record Bidder(LotId lot, AccountId account) {}

    /**
     * A lot.
     *
     * @param withAllPaddles whether all who have bid on it are remembered too, so that somebody who
     *     is not has not bid
     */
    record RememberedLot(PartitionState by, LotEntry entry, boolean withAllPaddles) {}

    record RememberedPaddle(PartitionState by, @Nullable Paddle paddle) {}

    PartitionProgress progress() {
        return progress;
    }

    @Nullable LotEntry lot(LotId id) {
        RememberedLot lot = remembered(id);
        return lot == null ? null : lot.entry();
    }

    private @Nullable RememberedLot remembered(LotId id) {
        RememberedLot lot = memory.lots().get(id);
        return lot == null || lot.by() != this ? null : lot;
    }

    private @Nullable RememberedPaddle remembered(Bidder bidder) {
        RememberedPaddle paddle = memory.paddles().get(bidder);
        return paddle == null || paddle.by() != this ? null : paddle;
    }

    private boolean hasAllPaddles(LotId id) {
        RememberedLot lot = remembered(id);
        return lot != null && lot.withAllPaddles();
    }

    /**
     * Whether it is remembered if, and under which paddle, he has bid. If so, it is not forgotten
     * before as many others were asked for as are remembered.
     */
    boolean knows(Bidder bidder) {
        if (remembered(bidder) == null && hasAllPaddles(bidder.lot())) {
            remember(bidder, null);
        }
        return remembered(bidder) != null;
    }

    /**
     * The paddle of somebody who has bid on the lot.
     *
     * @throws IllegalStateException unless {@link #knows} said yes
     */
    Optional<Paddle> paddle(Bidder bidder) {
        RememberedPaddle paddle = remembered(bidder);
        if (paddle == null) {
            throw new IllegalStateException(
                    "not loaded before deciding: a bidder on lot " + bidder.lot());
        }
        return Optional.ofNullable(paddle.paddle());
    }

    void advanceTo(PartitionProgress reached) {
        progress = reached;
    }

    void remember(LotEntry entry) {
        boolean withAllPaddles = entry.lot().paddles() == 0 || hasAllPaddles(entry.id());
        memory.lots().put(entry.id(), new RememberedLot(this, entry, withAllPaddles));
    }

    /** Remembers a paddle, or with null that he has not bid yet. */
    void remember(Bidder bidder, @Nullable Paddle paddle) {
        memory.paddles().put(bidder, new RememberedPaddle(this, paddle));
    }
}
