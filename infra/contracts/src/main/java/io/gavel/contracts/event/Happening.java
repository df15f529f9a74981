package io.gavel.contracts.event;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PhotoId;
import io.gavel.contracts.lot.Rules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, as far as the public may know. */
public sealed interface Happening {

    /** The word in messages and in the record header {@code type}. */
    String type();

    /**
     * The lot was put up; {@code rulesHash} is the SHA-256 of the exact bytes of {@code rules} in
     * this event. Without photos nothing is said of them.
     */
    record Listed(
            AccountId seller,
            String title,
            String description,
            List<PhotoId> photos,
            Rules rules,
            Sha256 rulesHash)
            implements Happening {

        public Listed {
            photos = List.copyOf(photos);
        }

        /** Without photos. */
        public Listed(
                AccountId seller, String title, String description, Rules rules, Sha256 rulesHash) {
            this(seller, title, description, List.of(), rules, rulesHash);
        }

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

    /** A sealed bid landed; {@code bids} says how many there are, and that is all. */
    record SealedBid() implements Happening {
        @Override
        public String type() {
            return "sealed-bid";
        }
    }

    /** A sealed bid, opened at the close. */
    record Revealed(Paddle paddle, Money amount) implements Happening {
        @Override
        public String type() {
            return "revealed";
        }
    }

    /**
     * A bidder took bids back.
     *
     * @param bids how many of his bids no longer count
     */
    record BidRetracted(Paddle paddle, int bids, @Nullable String reason) implements Happening {
        @Override
        public String type() {
            return "bid-retracted";
        }
    }

    /** The auctioneer stopped the clock. */
    record Paused(@Nullable String reason) implements Happening {
        @Override
        public String type() {
            return "paused";
        }
    }

    /** The clock goes on; the end moved by the time it stood. */
    record Resumed(@Nullable String reason) implements Happening {
        @Override
        public String type() {
            return "resumed";
        }
    }

    /**
     * The end moved.
     *
     * @param minutes by how many, where the auctioneer said so; null after a late bid or an outage
     * @param madeGood the time in which nobody could bid that is made good; null for other reasons
     */
    record Extended(@Nullable Integer minutes, @Nullable String reason, @Nullable Stretch madeGood)
            implements Happening {

        /** A bid near the end (RULES, "Soft close"). */
        public static final String SOFT_CLOSE = "soft-close";

        /** Nobody could bid, since Gavel was down (ADR 19). */
        public static final String OUTAGE = "outage";

        /** After a late bid. */
        public static Extended byLateBid() {
            return new Extended(null, SOFT_CLOSE, null);
        }

        /** By the auctioneer. */
        public static Extended by(int minutes, @Nullable String reason) {
            return new Extended(minutes, reason, null);
        }

        /** The end moved by just this time. */
        public static Extended byOutage(Instant from, Instant until) {
            return new Extended(null, OUTAGE, new Stretch(from, until));
        }

        /** From one instant to another, which does not belong to it. */
        public record Stretch(Instant from, Instant until) {}

        @Override
        public String type() {
            return "extended";
        }
    }

    /**
     * The hammer fell.
     *
     * @param hammer and winner: there when sold
     * @param reason why before its time; null when the end had come
     */
    record Closed(
            CloseOutcome outcome,
            @Nullable Money hammer,
            @Nullable Paddle winner,
            @Nullable String reason)
            implements Happening {

        /** Somebody took the buy-now price. */
        public static final String BUY_NOW = "buy-now";

        /** Somebody accepted a Dutch lot's price. */
        public static final String ACCEPTED = "accepted";

        /** The auctioneer knocked the lot down, and gave no other reason. */
        public static final String HAMMER = "hammer";

        /** The lot was withdrawn, and no other reason was given. */
        public static final String CANCELLED = "cancelled";

        @Override
        public String type() {
            return "closed";
        }
    }
}
