package io.gavel.tracing;

/**
 * What Gavel's own spans may say, and nothing else: no account, no paddle, no amount, no reason, no
 * token and no id that a client chose. See {@link AllowedOnly}.
 */
public enum Note {
    /** The lot's id. */
    LOT("gavel.lot"),
    /** Of the command log: with {@link #OFFSET}, as in the decision. */
    PARTITION("messaging.destination.partition.id"),
    /** Of the command log: with {@link #PARTITION}, as in the decision. */
    OFFSET("messaging.kafka.offset"),
    /** What became of it, one word: {@code accepted}, {@code rejected}, {@code undecided} …. */
    OUTCOME("gavel.outcome"),
    /** A public event's type. */
    EVENT("gavel.event"),
    /** A lot's version. */
    VERSION("gavel.version"),
    /** How many connections of this gateway it was queued for. */
    RECEIVERS("gavel.receivers"),
    /** How many commands were decided together. */
    BATCH("gavel.batch"),
    /** How a command came: {@code ws} or {@code http}. */
    VIA("gavel.via");

    private final String key;

    Note(String key) {
        this.key = key;
    }

    /** The attribute's name. */
    public String key() {
        return key;
    }
}
