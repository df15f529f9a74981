package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The public rules of a lot, frozen when it is listed; the reserve amount is not among them.
 *
 * @param currency ISO 4217 code
 * @param startingPrice the least first bid
 * @param opensAt when bidding begins; null means with the listing
 * @param closesAt when bidding ends, unless soft close moves it
 * @param softClose null means a hard close
 * @param largeBidFactor a maximum above this many times the next minimum must be confirmed; null
 *     means never
 * @param ownRaise what a leader's raise of his own maximum does to a price held down by it
 */
@JsonPropertyOrder({
    "format",
    "currency",
    "startingPrice",
    "increments",
    "opensAt",
    "closesAt",
    "softClose",
    "largeBidFactor",
    "ownRaise"
})
public record Rules(
        Format format,
        String currency,
        Money startingPrice,
        Ladder increments,
        @Nullable Instant opensAt,
        Instant closesAt,
        @Nullable SoftClose softClose,
        @Nullable Integer largeBidFactor,
        OwnRaise ownRaise) {

    /** Holds unless the seller says otherwise (RULES, "Large bids"). */
    public static final int DEFAULT_LARGE_BID_FACTOR = 10;
}
