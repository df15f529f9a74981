package io.gavel.bidding.auction;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import org.jspecify.annotations.Nullable;

/**
 * A lot in one of the states of its life. Everything a decision needs, and of constant size however
 * many bids.
 */
public sealed interface Lot {

    /** Nothing is known under this id yet. */
    record Unlisted() implements Lot {}

    /** A lot that has terms. */
    sealed interface Listed extends Lot {
        Terms terms();

        PublicState publicState();
    }

    /** Listed, bidding has not begun. */
    record Scheduled(Terms terms) implements Listed {
        @Override
        public PublicState publicState() {
            return new Bidding(terms, terms.rules().closesAt(), new Standing.NoBids(), 0, 0)
                    .publicState(LotStatus.SCHEDULED);
        }
    }

    /** Taking bids. */
    record Open(Bidding bidding) implements Listed {
        @Override
        public Terms terms() {
            return bidding.terms();
        }

        @Override
        public PublicState publicState() {
            return bidding.publicState(LotStatus.OPEN);
        }
    }

    /** The hammer has fallen; nothing changes any more. */
    record Closed(
            Bidding bidding, CloseOutcome outcome, @Nullable Money hammer, @Nullable Paddle winner)
            implements Listed {
        @Override
        public Terms terms() {
            return bidding.terms();
        }

        @Override
        public PublicState publicState() {
            return bidding.publicState(LotStatus.CLOSED);
        }
    }
}
