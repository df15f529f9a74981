package io.gavel.gateway.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lot's log: a head that only moves on by one, and the newest events up to it.
 * An event that comes too early is not kept: it only says how far the log must be read again, since
 * whatever is published can be read there.
 */
final class LotLog {

    private static final long NOT_BEGUN = -1;

    private final Recent recent;
    private long head = NOT_BEGUN;
    private long heardOf;

    LotLog(Recent recent) {
        this.recent = recent;
    }

    /** Takes the newest events of the log, in order and without a hole, as the beginning. */
    void begin(List<LotEvent> events) {
        head = events.getFirst().version() - 1;
        events.forEach(this::append);
    }

    /**
     * Takes an event that follows the head.
     *
     * @return false if it was known already, if there is a hole before it, or before the beginning
     */
    boolean append(LotEvent event) {
        heardOf = Math.max(heardOf, event.version());
        if (event.version() != head + 1) {
            return false;
        }
        head = event.version();
        recent.add(event);
        return true;
    }

    /** The newest version without a hole before it; -1 before the beginning. */
    long head() {
        return head;
    }

    /** Whether a version was heard of that the log here does not reach. */
    boolean hasHole() {
        return heardOf > head;
    }

    /** Whether everything behind this version is in memory. */
    boolean remembers(long version) {
        return recent.reachesBackTo(version);
    }

    List<LotEvent> after(long version) {
        return recent.after(version);
    }

    @Nullable LotEvent newest() {
        return recent.newest();
    }
}
