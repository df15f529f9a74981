package io.gavel.gateway.feed;

/** What a watch needs next on its way to being answered. */
sealed interface Step {

    /** Nothing more: it was answered, or has ended. */
    record Settled() implements Step {}

    /** The client says to be ahead of the head known here: look whether it has moved. */
    record LookForHead() implements Step {}

    /** What is behind this version is not in memory: read it. */
    record ReadPast(long after) implements Step {}
}
