package io.gavel.verify;

/** What can be wrong with a lot's log; one stable word each. */
enum Flaw {
    /** No event can be read from the line, or it is no event of this log. */
    MALFORMED("malformed_at"),
    /** The version is not the next one: events are missing, doubled or out of order. */
    VERSION_GAP("version_gap_at"),
    /** {@code prev} is not the hash of the exact bytes of the event before. */
    HASH_BREAK("hash_break_at"),
    /** The time or the offset is before that of the event before. */
    ORDER_BREAK("order_break_at"),
    /** {@code rulesHash} is not the hash of the rules as they stand in the event. */
    RULES_HASH_BREAK("rules_hash_break_at"),
    /** Something happened after the lot was closed. */
    EVENTS_AFTER_CLOSE("events_after_close_at"),
    /** The stored commands do not give this event. */
    MISMATCH("mismatch_at");

    private final String word;

    Flaw(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
