package io.gavel.contracts.frame;

/** The codes of {@code error} frames; one stable word each. */
public enum ErrorCode {
    /** Not JSON, or not an object. */
    MALFORMED("malformed"),
    /** A type this protocol does not have. */
    UNKNOWN_TYPE("unknown-type"),
    /** A field is missing or wrong; the message names it. */
    INVALID("invalid"),
    /** The frame is larger than {@code limits.frameBytes}. */
    FRAME_TOO_LARGE("frame-too-large"),
    /** The token is forged, malformed or has expired. */
    BAD_TOKEN("bad-token"),
    /** Say {@code auth} first. */
    UNAUTHENTICATED("unauthenticated"),
    /** The account's roles do not allow it. */
    NOT_ALLOWED("not-allowed"),
    /** There is no such lot. */
    UNKNOWN_LOT("unknown-lot"),
    /** A limit is reached; come again after {@code retryAfterMs}. */
    BUSY("busy"),
    /** The bid did not reach the log: it may be sent again with the same id. */
    NOT_SENT("not-sent"),
    /** The bid is in the log but not decided yet; its decision will follow or can be asked for. */
    UNDECIDED("undecided"),
    /** Something behind the gateway does not answer; come again after {@code retryAfterMs}. */
    UNAVAILABLE("unavailable");

    private final String word;

    ErrorCode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
