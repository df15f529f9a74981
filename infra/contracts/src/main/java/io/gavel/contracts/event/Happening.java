package io.gavel.contracts.event;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.Rules;
import org.jspecify.annotations.Nullable;

/** What happened, as far as the public may know. */
public sealed interface Happening {

    /** The word in messages and in the record header {@code type}. */
    String type();

    /**
     * The lot was put up; {@code rulesHash} is the SHA-256 of the exact bytes of {@code rules} in
     * this event.
     */
    record Listed(AccountId seller, String title, String description, Rules rules, Sha256 rulesHash)
            implements Happening {
        @Override
        public String type() {
            return "listed";
        }
    }

    /** Bidding began. */
    record Opened() implements Happening {
        @Override
        public String type() {
            return "opened";
        }
    }

    /** A bidder bid; {@code amount} is what the public sees of it, never a leader's maximum. */
    record Bid(Paddle paddle, Money amount) implements Happening {
        @Override
        public String type() {
            return "bid";
        }
    }

    /** The house bid for a bidder, within the maximum he left. */
    record AutoBid(Paddle paddle, Money amount) implements Happening {
        @Override
        public String type() {
            return "auto-bid";
        }
    }

    /** The reserve is met from now on. */
    record ReserveMet() implements Happening {
        @Override
        public String type() {
            return "reserve-met";
        }
    }

    /** The end moved. */
    record Extended(String reason) implements Happening {

        /** A bid near the end (RULES, "Soft close"). */
        public static final String SOFT_CLOSE = "soft-close";

        @Override
        public String type() {
            return "extended";
        }
    }

    /** The hammer fell; {@code hammer} and {@code winner} are there when sold. */
    record Closed(CloseOutcome outcome, @Nullable Money hammer, @Nullable Paddle winner)
            implements Happening {
        @Override
        public String type() {
            return "closed";
        }
    }
}
