package io.gavel.contracts.frame;

/** Why the server closes a WebSocket. 4000 to 4499: come back; 4500 to 4999: do not (DESIGN §5). */
public enum CloseCode {
    /** The gateway drains; come back after the given delay, another one answers. */
    DRAIN(1012, "drain"),
    /** A frame larger than the transport takes. */
    TOO_BIG(1009, "frame too big"),
    /** The client did not read fast enough: come back with {@code after}, nothing is lost. */
    SLOW_READER(4408, "slow reader"),
    /** Nothing was heard from the client for too long. */
    IDLE(4409, "idle"),
    /** The client has asked for nothing since it came: others may need its place. */
    ASKED_NOTHING(4410, "asked nothing"),
    /** The client went on sending although it was told, again and again, that it sends too much. */
    TOO_FAST(4429, "too fast");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
