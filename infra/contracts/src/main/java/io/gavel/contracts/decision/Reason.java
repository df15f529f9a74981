package io.gavel.contracts.decision;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why a command was refused; one stable word each (DESIGN §4). */
public enum Reason {
    /** The amount is below the next minimum. Not worth repeating: bid more. */
    TOO_LOW("too-low"),
    /** The leader's new maximum is not above the one he has. */
    BELOW_OWN_MAX("below-own-max"),
    /** Bidding has not begun. Worth repeating after {@code opensAt}. */
    NOT_OPEN("not-open"),
    /** The command came at or after the end. */
    CLOSED("closed"),
    /** The auctioneer has stopped the lot's clock. Worth repeating after {@code resumed}. */
    PAUSED("paused"),
    /** A seller may not bid on his own lot. */
    OWN_LOT("own-lot"),
    /** The id was used before with another content. Use a new one. */
    CONFLICT("conflict"),
    /** The sender's role does not allow it. */
    NOT_ALLOWED("not-allowed"),
    /** There is no such lot. */
    UNKNOWN_LOT("unknown-lot"),
    /** A field is wrong; {@code detail} says what came and what was expected. */
    INVALID("invalid"),
    /** Unusually large: send it again under a new id with {@code confirmLarge}. */
    CONFIRM_LARGE("confirm-large"),
    /** A limit is reached. Worth repeating after the given time. */
    BUSY("busy");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }
}
