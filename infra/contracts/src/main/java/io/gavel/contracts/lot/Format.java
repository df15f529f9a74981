package io.gavel.contracts.lot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a lot is auctioned, with the rules that this way has of its own (RULES). */
public sealed interface Format {

    /** The word in {@code format}. */
    String word();

    /**
     * Ascending; bids are maxima and the house bids for the leader up to his.
     *
     * @param softClose null means a hard close
     * @param largeBidFactor a maximum above this many times the next minimum must be confirmed;
     *     null means never
     * @param estimate what the house expects, public; a maximum up to five times that needs no
     *     confirmation; null means none
     * @param ownRaise what a leader's raise of his own maximum does to a price held down by it
     * @param buyNow null means the lot cannot be bought at once
     * @param retraction whether bidders may take bids back
     */
    record English(
            Ladder increments,
            @Nullable SoftClose softClose,
            @Nullable Integer largeBidFactor,
            @Nullable Money estimate,
            OwnRaise ownRaise,
            @Nullable BuyNowOffer buyNow,
            boolean retraction)
            implements Format {

        /** Holds unless the seller says otherwise (RULES, "Large bids"). */
        public static final int DEFAULT_LARGE_BID_FACTOR = 10;

        public static final String WORD = "english";

        @Override
        public String word() {
            return WORD;
        }
    }

    /** One sealed bid each; the highest wins and pays it. */
    record SealedFirstPrice() implements Format {

        public static final String WORD = "sealed-first-price";

        @Override
        public String word() {
            return WORD;
        }
    }

    /** One sealed bid each; the highest wins and pays the second highest (Vickrey 1961). */
    record SealedSecondPrice() implements Format {

        public static final String WORD = "vickrey";

        @Override
        public String word() {
            return WORD;
        }
    }

    /**
     * Descending: the price falls from the starting price by {@code step} with every {@code tick},
     * never below {@code floor}; the first to accept wins.
     */
    record Dutch(Money step, Duration tick, Money floor) implements Format {

        public static final String WORD = "dutch";

        @Override
        public String word() {
            return WORD;
        }
    }
}
