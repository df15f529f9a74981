package io.gavel.settlement.outbox;

/** What became of an attempt; {@code outcome} is a stable word, or a status, for who looks. */
public sealed interface Told {

    String outcome();

    record Delivered(String outcome) implements Told {}

    /** It may be better later. */
    record Failed(String outcome) implements Told {}

    /** It will not be better. */
    record Refused(String outcome) implements Told {}
}
