package io.gavel.gateway.connection;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.gateway.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes queued frames to one client, a batch at a time and in order; the next batch begins when
 * the one before is written, so that what a slow client does not read stays in the bounded queue.
 * When that is full the rest is dropped and the client is closed, to come back and recover.
 */
public final class Outbox {

    private static final long BATCH_BYTES = 64 * 1024;

    private final Line line;
    private final OutboxQueue queue;
    private final Duration closeGrace;
    private final Sinks.Empty<Void> done = Sinks.empty();
    private final List<Sinks.Empty<Void>> waitingForRoom = new ArrayList<>();
    private boolean writing;
    private @Nullable Goodbye closing;
    private boolean over;

    public Outbox(Line line, long mostBytes, Duration closeGrace) {
        this.closeGrace = closeGrace;
        this.line = line;
        this.queue = new OutboxQueue(mostBytes);
    }

    /**
     * Queues a frame; what comes after closing is dropped.
     *
     * @return false if this frame did not fit, so that the connection is being closed
     */
    public synchronized boolean send(Frame frame) {
        if (over) {
            return true;
        }
        if (!queue.offer(frame)) {
            close(Goodbye.of(CloseCode.SLOW_READER));
            return false;
        }
        write();
        return true;
    }

    /**
     * Sends the close frame, as soon as what is being written is written; what waits is sent before
     * or dropped, as the goodbye says. The client ends the connection when it has read that far; if
     * it does not, it is cut off after the grace.
     *
     * @return false if it had ended already
     */
    public synchronized boolean close(Goodbye goodbye) {
        if (over) {
            return false;
        }
        closing = goodbye;
        over = true;
        if (!goodbye.sendsWhatWaits()) {
            queue.clear();
        }
        tellRoom();
        write();
        Mono.delay(closeGrace).takeUntilOther(done()).subscribe(_ -> cut());
        return true;
    }

    /** Whether nothing is taken any more. */
    synchronized boolean isOver() {
        return over;
    }

    /** Completes when the connection is to be ended from here, or has ended. */
    public Mono<Void> done() {
        return done.asMono();
    }

    /** Completes when most of the queue is free. */
    public synchronized Mono<Void> room() {
        if (over || queue.hasRoom()) {
            return Mono.empty();
        }
        Sinks.Empty<Void> room = Sinks.empty();
        waitingForRoom.add(room);
        return room.asMono();
    }

    /** The connection has ended. */
    public synchronized void ended() {
        stopTaking();
        finish();
    }

    private void stopTaking() {
        over = true;
        queue.clear();
        tellRoom();
    }

    private void write() {
        if (!writing) {
            writing = true;
            onThread(this::writeNext);
        }
    }

    private void writeNext() {
        List<Frame> batch;
        Goodbye goodbye;
        synchronized (this) {
            batch = queue.take(BATCH_BYTES);
            goodbye = closing;
            if (batch.isEmpty() && goodbye == null) {
                writing = false;
                return;
            }
        }
        if (batch.isEmpty()) {
            line.close(requireNonNull(goodbye)).subscribe(null, _ -> finish());
        } else {
            line.write(batch).subscribe(null, _ -> finish(), () -> onThread(this::written));
        }
    }

    private void written() {
        synchronized (this) {
            queue.written();
            if (queue.hasRoom()) {
                tellRoom();
            }
        }
        writeNext();
    }

    private void onThread(Runnable task) {
        try {
            line.thread().execute(task);
        } catch (RejectedExecutionException e) {
            finish();
        }
    }

    private void cut() {
        line.cut();
        finish();
    }

    private void finish() {
        done.tryEmitEmpty();
    }

    private void tellRoom() {
        List<Sinks.Empty<Void>> waiting = List.copyOf(waitingForRoom);
        waitingForRoom.clear();
        waiting.forEach(room -> onThread(room::tryEmitEmpty));
    }
}
