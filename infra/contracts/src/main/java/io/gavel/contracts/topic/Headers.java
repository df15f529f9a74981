package io.gavel.contracts.topic;

/** Names of record headers; values are UTF-8 text. */
public final class Headers {

    /** Of an event: its version. */
    public static final String VERSION = "version";

    /** Of an event: its type. */
    public static final String TYPE = "type";

    /** Of a decision: the account that it is for. */
    public static final String BIDDER = "bidder";

    /** Of a decision: the id of the command it decides. */
    public static final String COMMAND_ID = "id";

    /**
     * Of a decision: the account that led before it and does no more; absent where nobody was
     * dethroned.
     */
    public static final String OUTBID = "outbid";

    /** Of a dead letter: why it could not be read. */
    public static final String PROBLEM = "problem";

    private Headers() {}
}
