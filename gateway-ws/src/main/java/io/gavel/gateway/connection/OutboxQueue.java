package io.gavel.gateway.connection;

import io.gavel.gateway.wire.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Frames on their way to one client, bounded in bytes: those that wait and those that are being
 * written. One frame always fits into an empty queue.
 */
final class OutboxQueue {

    private final long mostBytes;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private long bytes;
    private long writing;

    OutboxQueue(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Takes a frame in, or says that it does not fit. */
    boolean offer(Frame frame) {
        if (bytes > 0 && bytes + frame.bytes() > mostBytes) {
            return false;
        }
        bytes += frame.bytes();
        waiting.addLast(frame);
        return true;
    }

    /** Takes frames out to be written, in order: at least one, up to about {@code most} bytes. */
    List<Frame> take(long most) {
        List<Frame> batch = new ArrayList<>();
        while (!waiting.isEmpty() && writing < most) {
            Frame frame = waiting.removeFirst();
            writing += frame.bytes();
            batch.add(frame);
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
