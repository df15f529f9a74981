package io.gavel.gateway.connection;

import java.time.Duration;

/**
 * How goodbyes to so many connections are spread: evenly over the window, but not slower than
 * {@link #TICK} for each, so that a gateway with few is soon done.
 */
record DrainPlan(int connections, Duration window) {

    /** How long after a group of connections the next one is told. */
    static final Duration TICK = Duration.ofMillis(50);

    /** Into how many groups they fall. */
    int groups() {
        long ticks = Math.max(1, window.dividedBy(TICK));
        return (int) Math.min(connections, ticks);
    }

    /** The first of a group, counted from 0; that of the group behind the last is their number. */
    int first(int group) {
        return (int) ((long) group * connections / groups());
    }

    /**
     * How long one client is asked to stay away: up to as long as all goodbyes take, so that they
     * do not come in step with them.
     *
     * @param chance from 0 to 1
     */
    Duration retryAfter(double chance) {
        return Duration.ofMillis(Math.max(1, (long) (chance * groups() * TICK.toMillis())));
    }
}
