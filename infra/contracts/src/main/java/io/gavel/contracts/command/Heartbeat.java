package io.gavel.contracts.command;

/**
 * A gateway's sign of life, in every partition now and then: at its append time, somebody could
 * have bid through it. It is about no lot, has no key, and is not answered.
 *
 * @param by which gateway, for people
 */
public record Heartbeat(String by) implements CommandRecord {

    /** The word in its {@code type}. */
    static final String TYPE = "heartbeat";

    static final int MAX_BY = 128;
}
