package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Request;
import java.time.Instant;
import java.util.Locale;

/**
 * A payment or a refund that is being looked at.
 *
 * @param looks how often it was looked at since something last pointed to it, this time included
 * @param leasedUntil when another may look at it, should this look come to nothing
 */
record Payment(Request request, State state, int looks, Instant leasedUntil) {

    /** What is known, and was told, of it. */
    enum State {
        /** Not known yet; it is charged if the provider does not know it. */
        OPEN,
        /**
         * It was looked at as often as is allowed; never charged from here, but it may be found.
         */
        UNCLEAR,
        /** Not collected; should the provider say otherwise later, that is told. */
        DECLINED,
        /** Collected. */
        SUCCEEDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State parse(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
