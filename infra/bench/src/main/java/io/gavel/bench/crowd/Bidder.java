package io.gavel.bench.crowd;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;

/** Waits for decisions: all clients of one thread share it. */
public final class Bidder implements Ear {

    private static final int TYPE = "{\"type\":\"".length();
    private static final int UUID_LENGTH = 36;
    private static final long LEAST_NANOS = 1_000;
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;
    private static final Needle ID = new Needle("\"id\":\"".getBytes(StandardCharsets.US_ASCII));

    private final Runnable signedIn;
    private volatile Expected expected = new Expected(0, new BitSet(), _ -> 0, histogram());
    private final AtomicInteger decided = new AtomicInteger();
    private volatile long lastNanos;

    /** Ids of one run have its number in front, and behind it the number of the bid. */
    private record Expected(
            long run, BitSet answered, LongUnaryOperator due, Histogram latencies) {}

    public Bidder(Runnable signedIn) {
        this.signedIn = signedIn;
    }

    /**
     * A run begins; the one before must be over.
     *
     * @param due when a bid is due to be sent
     */
    public void expect(long run, int count, LongUnaryOperator due) {
        decided.set(0);
        expected = new Expected(run, new BitSet(count), due, histogram());
    }

    @Override
    public void heard(byte[] text, int from, int to) {
        switch (text[from + TYPE]) {
            case 'd' -> decision(text, ID.behind(text, from, to));
            case 'a' -> signedIn.run();
            case 'e' ->
                    throw new IllegalStateException(
                            new String(text, from, to - from, StandardCharsets.UTF_8));
            default -> {}
        }
    }

    private void decision(byte[] text, int at) {
        long now = System.nanoTime();
        UUID id = UUID.fromString(new String(text, at, UUID_LENGTH, StandardCharsets.ISO_8859_1));
        Expected round = expected;
        int number = Math.toIntExact(id.getLeastSignificantBits());
        if (id.getMostSignificantBits() != round.run || round.answered.get(number)) {
            throw new IllegalStateException(
                    "a decision on " + id + " (expected: one for each bid)");
        }
        round.answered.set(number);
        round.latencies.recordValue(Math.max(LEAST_NANOS, now - round.due.applyAsLong(number)));
        lastNanos = now;
        decided.setRelease(decided.getPlain() + 1);
    }

    /** How many bids of this run were decided. */
    public int decided() {
        return decided.get();
    }

    /** When the last was. */
    public long lastNanos() {
        return lastNanos;
    }

    /** In nanoseconds; of a run that is over. */
    public Histogram latencies() {
        return expected.latencies;
    }

    private static Histogram histogram() {
        return new Histogram(LEAST_NANOS, MOST_NANOS, DIGITS);
    }
}
