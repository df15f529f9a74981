package io.gavel.bench.crowd;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** What the clients of one thread have got. Written by that thread, read by others. */
public final class Tally {

    private static final long LEAST_NANOS = 1_000;
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;

    private final SingleWriterRecorder latencies =
            new SingleWriterRecorder(LEAST_NANOS, MOST_NANOS, DIGITS);
    private volatile Due due = _ -> System.nanoTime();
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();
    private volatile long next;
    private volatile long firstNanos;
    private volatile long lastNanos;

    /** When what makes a version is due to be sent, as {@link System#nanoTime} has it. */
    public interface Due {
        long nanos(long version);
    }

    /** From now on these times count. */
    public void expect(Due times) {
        firstNanos = 0;
        due = times;
    }

    void joined(long newest) {
        next = newest + 1;
        joined.setRelease(joined.getPlain() + 1);
    }

    void arrived(long which) {
        long now = System.nanoTime();
        latencies.recordValue(Math.max(LEAST_NANOS, now - due.nanos(which)));
        if (firstNanos == 0) {
            firstNanos = now;
        }
        lastNanos = now;
        next = which + 1;
        arrived.setRelease(arrived.getPlain() + 1);
    }

    /** How many got a snapshot. */
    public int joined() {
        return joined.get();
    }

    /** The version behind the newest that any client has. */
    public long next() {
        return next;
    }

    /** How many events have arrived, all in all. */
    public long arrived() {
        return arrived.get();
    }

    /** When the first of these did. */
    public long firstNanos() {
        return firstNanos;
    }

    /** When the last one did. */
    public long lastNanos() {
        return lastNanos;
    }

    /** The latencies in nanoseconds since this was asked before. */
    public Histogram latencies() {
        return latencies.getIntervalHistogram();
    }
}
