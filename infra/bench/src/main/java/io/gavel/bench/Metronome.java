package io.gavel.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Times that are fixed beforehand, evenly spread.
 *
 * @param startNanos of {@link System#nanoTime}, when the first is due
 * @param intervalNanos from one to the next
 */
record Metronome(long startNanos, long intervalNanos) {

    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** A parked thread comes back up to this much late; the rest of a wait is spun. */
    private static final long SPUN_NANOS = TimeUnit.MICROSECONDS.toNanos(150);

    /** Begins in 50 ms. */
    static Metronome soon(int perSecond) {
        return new Metronome(
                System.nanoTime() + LEAD_NANOS, TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    /** When the one with this number is due; they are counted from 0. */
    long due(long number) {
        return startNanos + number * intervalNanos;
    }

    void await(long number) {
        long due = due(number);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (left > SPUN_NANOS) {
                LockSupport.parkNanos(left - SPUN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
