package io.gavel.bidding.batch;

import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the writer of a partition remembers between batches. It may forget anything except the
 * progress, since all of it is in the database; it must forget everything when it loses the
 * partition.
 */
final class PartitionState {

    private final LeastRecentlyUsed<LotId, LotEntry> lots;
    private final LeastRecentlyUsed<Bidder, Remembered> paddles;
    private PartitionProgress progress;

    PartitionState(PartitionProgress progress, int maxLots, int maxPaddles) {
        this.progress = progress;
        this.lots = new LeastRecentlyUsed<>(maxLots);
        this.paddles = new LeastRecentlyUsed<>(maxPaddles);
    }

    /** An account on a lot. */
    record Bidder(LotId lot, AccountId account) {}

    private record Remembered(@Nullable Paddle paddle) {}

    PartitionProgress progress() {
        return progress;
    }

    @Nullable LotEntry lot(LotId id) {
        return lots.get(id);
    }

    /** Whether it is remembered if, and under which paddle, he has bid. */
    boolean knows(Bidder bidder) {
        return paddles.get(bidder) != null;
    }

    /**
     * The paddle of somebody who has bid on the lot.
     *
     * @throws IllegalStateException unless {@link #knows} said yes
     */
    Optional<Paddle> paddle(Bidder bidder) {
        Remembered remembered = paddles.get(bidder);
        if (remembered == null) {
            throw new IllegalStateException(
                    "not loaded before deciding: a bidder on lot " + bidder.lot());
        }
        return Optional.ofNullable(remembered.paddle());
    }

    void advanceTo(PartitionProgress reached) {
        progress = reached;
    }

    void remember(LotEntry entry) {
        lots.put(entry.id(), entry);
    }

    /** Remembers a paddle, or with null that he has not bid yet. */
    void remember(Bidder bidder, @Nullable Paddle paddle) {
        paddles.put(bidder, new Remembered(paddle));
    }
}
