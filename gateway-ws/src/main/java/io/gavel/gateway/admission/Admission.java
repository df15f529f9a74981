package io.gavel.gateway.admission;

import java.util.concurrent.atomic.AtomicBoolean;

/** Lets connections in: no more than so many at once, and no faster than so many a second. */
public final class Admission {

    private final int most;
    private final TokenBucket accepts;
    private int inside;

    /**
     * Nobody is in yet.
     *
     * @param most how many may be in at once
     * @param accepts how fast they may come
     */
    public Admission(int most, Rate accepts, long nowNanos) {
        this.most = most;
        this.accepts = accepts.bucket(nowNanos);
    }

    /** What became of one who came. */
    public sealed interface Entry {}

    /** He has a place until he leaves. */
    public final class Admitted implements Entry {
        private final AtomicBoolean left = new AtomicBoolean();

        private Admitted() {}

        /** Gives the place up; only the first time counts. */
        public void leave() {
            if (left.compareAndSet(false, true)) {
                oneLess();
            }
        }
    }

    /** As many are in as may be. */
    public record Full(int most) implements Entry {}

    /** Too many came in too short a time. */
    public record TooFast() implements Entry {}

    public synchronized Entry enter(long nowNanos) {
        if (inside >= most) {
            return new Full(most);
        }
        if (!accepts.take(nowNanos).isZero()) {
            return new TooFast();
        }
        inside++;
        return new Admitted();
    }

    private synchronized void oneLess() {
        inside--;
    }
}
