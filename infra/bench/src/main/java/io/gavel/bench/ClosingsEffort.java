package io.gavel.bench;

import java.time.Duration;

/**
 * How many lots end in {@link Measure#CLOSINGS}, and how fast.
 *
 * @param warmUp what is thrown away before
 * @param steady lots that end one after the other
 * @param atOnce lots that end in the same instant
 */
record ClosingsEffort(Ends warmUp, Ends steady, Ends atOnce) {

    /**
     * Lots and their ends, evenly spread.
     *
     * @param within the time between the first end and the last
     * @param ahead how long before the first end the lots are listed; all must be by then, with a
     *     bid each
     */
    record Ends(int lots, Duration within, Duration ahead) {}

    /** As fast as {@link #FULL}, for a shorter time. */
    static final ClosingsEffort QUICK =
            new ClosingsEffort(ends(1_000, 6, 5), ends(2_000, 12, 5), ends(1_000, 0, 5));

    static final ClosingsEffort FULL =
            new ClosingsEffort(ends(3_000, 18, 8), ends(10_000, 60, 15), ends(1_000, 0, 5));

    private static Ends ends(int lots, int withinSeconds, int aheadSeconds) {
        return new Ends(lots, Duration.ofSeconds(withinSeconds), Duration.ofSeconds(aheadSeconds));
    }
}
