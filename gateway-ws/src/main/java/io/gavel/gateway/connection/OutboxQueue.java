package io.gavel.gateway.connection;

import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Standing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames on their way to one client, bounded in bytes: those that wait and those that are being
 * written. One frame always fits into an empty queue. What is true now of a lot takes the place of
 * what was so before, if that still waits.
 */
final class OutboxQueue {

    private final long mostBytes;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private final Map<LotId, Place> passing = new HashMap<>(0);
    private long bytes;
    private long writing;

    /** Where a frame waits. */
    private static final class Place {
        private Frame frame;

        private Place(Frame frame) {
            this.frame = frame;
        }
    }

    OutboxQueue(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Takes a frame in, or says that it does not fit. */
    boolean offer(Frame frame) {
        Standing standing = frame.standing();
        Place older = standing == null || standing.lasts() ? null : passing.get(standing.lot());
        int more = frame.bytes() - (older == null ? 0 : older.frame.bytes());
        if (bytes > 0 && bytes + more > mostBytes) {
            return false;
        }
        bytes += more;
        if (older != null) {
            older.frame = frame;
            return true;
        }
        Place place = new Place(frame);
        waiting.addLast(place);
        if (standing != null) {
            note(standing, place);
        }
        return true;
    }

    private void note(Standing standing, Place place) {
        if (standing.lasts()) {
            passing.remove(standing.lot());
        } else {
            passing.put(standing.lot(), place);
        }
    }

    /** Takes frames out to be written, in order: at least one, up to about {@code most} bytes. */
    List<Frame> take(long most) {
        List<Frame> batch = new ArrayList<>(1);
        while (!waiting.isEmpty() && writing < most) {
            Place place = waiting.removeFirst();
            Standing standing = place.frame.standing();
            if (standing != null) {
                passing.remove(standing.lot(), place);
            }
            writing += place.frame.bytes();
            batch.add(place.frame);
        }
        return batch;
    }

    /** What was taken out last is written. */
    void written() {
        bytes -= writing;
        writing = 0;
    }

    /** Drops what waits. */
    void clear() {
        waiting.clear();
        passing.clear();
        bytes = writing;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether at least three quarters of it are free. */
    boolean hasRoom() {
        return bytes <= mostBytes / 4;
    }

    long bytes() {
        return bytes;
    }
}
