package io.gavel.gateway.advice;

import io.gavel.contracts.lot.Money;
import java.util.Locale;

/** What the gateway says of a bid before it is sent. It is no decision, and nothing keeps it. */
public sealed interface Advice {

    /** The word for metrics. */
    String word();

    /**
     * The log would refuse the bid, now and later, and has never accepted it.
     *
     * @param version of the lot, as known here
     * @param price at that version
     * @param next the next minimum then
     */
    record TooLow(long version, Money price, Money next) implements Advice {
        @Override
        public String word() {
            return "too-low";
        }
    }

    /** The log decides. */
    record ToTheLog(Why why) implements Advice {
        @Override
        public String word() {
            return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why the log is asked. */
    enum Why {
        /** The bidder wants the decision. */
        INSISTS,
        /** The lot is not in memory, or its rules could not be read. */
        UNKNOWN_LOT,
        /** Not an English lot: a sealed bid is compared with nothing, a Dutch price falls. */
        OTHER_FORMAT,
        /** Bids may be taken back, so the price may fall. */
        RETRACTION,
        /** The log has more to say to a suspended account than that its bid is too low. */
        SUSPENDED,
        /** Scheduled, paused, closed, or past its end by the clock here. */
        NOT_OPEN,
        /** The same id is on its way, or was decided: the first decision stands. */
        SENT_BEFORE,
        /** The bid may count, or may have counted when the price was lower. */
        MAY_COUNT,
        /** More is known of the bidder's bids than of the lot: what is next is not known here. */
        LOT_IS_BEHIND
    }
}
