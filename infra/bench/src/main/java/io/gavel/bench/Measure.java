package io.gavel.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be measured, by its name on the command line. */
enum Measure {
    /** Decisions a second on one lot, beside row locking. */
    HOT_LOT("hotLot"),
    /** Decisions a second over 1,000 lots, beside row locking. */
    SPREAD("spread"),
    /** From command to decision at a steady rate, beside one bare hop over Kafka. */
    LATENCY("latency"),
    /** The core alone, on one thread. */
    CORE("core"),
    /** The first and the last bids of a lot with a million. */
    FLAT("flat"),
    /** How soon a service with many open lots decides again. */
    RESTART("restart"),
    /** What one gateway delivers, and what its connections weigh. */
    GATEWAY("gateway"),
    /** How soon after its end a lot is announced as closed, when many end. */
    CLOSINGS("closings");

    /** What {@code --quick} leaves out unless it is asked for. */
    static final Set<Measure> LONG = EnumSet.of(FLAT, RESTART, GATEWAY, CLOSINGS);

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    static Optional<Measure> named(String word) {
        return Arrays.stream(values()).filter(measure -> measure.word.equals(word)).findFirst();
    }

    /** All names, as a sentence has them. */
    static String names() {
        return Arrays.stream(values()).map(Measure::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return word;
    }
}
