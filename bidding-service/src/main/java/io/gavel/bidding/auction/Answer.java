package io.gavel.bidding.auction;

import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import org.jspecify.annotations.Nullable;

/** What the sender of a command is told. */
public sealed interface Answer {

    /** Done, or nothing to do. */
    record Accepted() implements Answer {}

    /**
     * A bid that counts.
     *
     * @param max the sender's maximum from now on; on a sealed lot, his bid
     */
    record BidAccepted(Paddle paddle, Money max) implements Answer {
        @Override
        public String toString() {
            return "BidAccepted[paddle=" + paddle + "]";
        }
    }

    /**
     * Refused; nothing changed by it.
     *
     * @param detail what came and what was expected, where the reason alone does not say it
     */
    record Refused(Reason reason, @Nullable String detail) implements Answer {

        Refused(Reason reason) {
            this(reason, null);
        }
    }
}
