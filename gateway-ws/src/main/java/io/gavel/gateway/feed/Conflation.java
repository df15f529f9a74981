package io.gavel.gateway.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Thins a lot's events out to at most one per interval: of those that wait only the newest counts,
 * except that the one which ends the lot is never skipped. Times are nanoseconds of one clock.
 */
final class Conflation {

    private final long intervalNanos;
    private final Deque<LotEvent> waiting = new ArrayDeque<>();
    private long lastNanos;
    private boolean sentBefore;

    Conflation(Duration interval) {
        intervalNanos = interval.toNanos();
    }

    /** Takes an event. {@link #due} says when to ask for it. */
    void offer(LotEvent event) {
        LotEvent last = waiting.peekLast();
        if (last != null && !last.isTerminal()) {
            waiting.removeLast();
        }
        waiting.addLast(event);
    }

    /** What is to be sent now, if something is and its time has come. */
    Optional<LotEvent> take(long nowNanos) {
        if (waiting.isEmpty() || due(nowNanos) > 0) {
            return Optional.empty();
        }
        lastNanos = nowNanos;
        sentBefore = true;
        return Optional.of(waiting.removeFirst());
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** How long until something may be sent; 0 or less for now. */
    long due(long nowNanos) {
        return sentBefore ? lastNanos + intervalNanos - nowNanos : 0;
    }
}
