package io.gavel.bidding.auction;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot in one of the states of its life: everything a decision needs. Of constant size however
 * many bids, except for a {@link Book} where the rules need one.
 */
public sealed interface Lot {

    /** How many paddles were given out. */
    int paddles();

    /** Nothing is known under this id yet. */
    record Unlisted() implements Lot {
        @Override
        public int paddles() {
            return 0;
        }
    }

    /** A lot that has terms. */
    sealed interface Listed extends Lot {
        Terms terms();

        /** The hands that the lot's rules need, now. */
        Book book();

        LotStatus status();

        /** The end as it stands now. */
        Instant closesAt();

        /**
         * What everybody may know.
         *
         * @param at the moment asked about, which a Dutch price depends on
         */
        PublicState publicState(Instant at);
    }

    /**
     * Listed, bidding has not begun.
     *
     * @param book of absentee bids
     */
    record Scheduled(Terms terms, int paddles, Book book) implements Listed {

        public static Scheduled of(Terms terms) {
            return new Scheduled(terms, 0, Book.EMPTY);
        }

        /** Whether the time of its opening has come; equal is due. */
        boolean isDue(Instant at) {
            Instant opensAt = terms.rules().opensAt();
            return opensAt != null && !at.isBefore(opensAt);
        }

        @Override
        public LotStatus status() {
            return LotStatus.SCHEDULED;
        }

        @Override
        public Instant closesAt() {
            return terms.rules().closesAt();
        }

        @Override
        public PublicState publicState(Instant at) {
            return terms.untouched(status(), 0, closesAt());
        }
    }

    /** A lot that has opened. */
    sealed interface Opened extends Listed {
        Bidding bidding();

        @Override
        default Terms terms() {
            return bidding().terms();
        }

        @Override
        default Book book() {
            return bidding().book();
        }

        @Override
        default int paddles() {
            return bidding().paddles();
        }

        @Override
        default Instant closesAt() {
            return bidding().span().closesAt();
        }
    }

    /** Taking bids. */
    record Open(Bidding bidding) implements Opened {
        @Override
        public LotStatus status() {
            return LotStatus.OPEN;
        }

        @Override
        public PublicState publicState(Instant at) {
            return bidding.publicState(LotStatus.OPEN, at);
        }
    }

    /**
     * The auctioneer has stopped the clock.
     *
     * @param since when
     */
    record Paused(Bidding bidding, Instant since) implements Opened {
        @Override
        public LotStatus status() {
            return LotStatus.PAUSED;
        }

        @Override
        public PublicState publicState(Instant at) {
            return bidding.publicState(LotStatus.PAUSED, since);
        }
    }

    /**
     * The hammer has fallen; nothing changes any more.
     *
     * @param at when
     */
    record Closed(
            Bidding bidding,
            CloseOutcome outcome,
            @Nullable Money hammer,
            @Nullable Paddle winner,
            Instant at)
            implements Opened {

        @Override
        public LotStatus status() {
            return LotStatus.CLOSED;
        }

        @Override
        public PublicState publicState(Instant asked) {
            PublicState state = bidding.publicState(LotStatus.CLOSED, at);
            return bidding instanceof SealedBidding && hammer != null
                    ? new PublicState(
                            LotStatus.CLOSED,
                            hammer,
                            winner,
                            hammer,
                            state.bids(),
                            state.closesAt(),
                            terms().reserveAt(hammer))
                    : state;
        }
    }
}
