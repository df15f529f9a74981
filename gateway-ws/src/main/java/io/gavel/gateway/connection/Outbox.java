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
public final class Outbox implements Line.Writer {

    private static final long BATCH_BYTES = 64 * 1024;

    private final Line line;
    private final OutboxQueue queue;
    private final Duration closeGrace;
    private final SocketMeters meters;
    private final Sinks.Empty<Void> done = Sinks.empty();
    private final List<Sinks.Empty<Void>> waitingForRoom = new ArrayList<>();
    private boolean writing;
    private @Nullable Goodbye closing;
    private boolean over;

    public Outbox(Line line, long mostBytes, Duration closeGrace, SocketMeters meters) {
        this.meters = meters;
        this.closeGrace = closeGrace;
        this.line = line;
        this.queue = new OutboxQueue(mostBytes);
    }

    /**
     * Queues a frame; if it does not fit, the connection is closed. What comes after closing is
     * dropped.
     */
    public synchronized void send(Frame frame) {
        if (over) {
            return;
        }
        if (queue.offer(frame)) {
            meters.sent(frame.type());
            write();
        } else {
            close(Goodbye.of(CloseCode.SLOW_READER));
        }
    }

    /**
     * Sends the close frame, as soon as what is being written is written; what waits is sent before
     * or dropped, as the goodbye says. The client ends the connection when it has read that far; if
     * it does not, it is cut off after the grace. Nothing happens when it had ended.
     */
    public synchronized void close(Goodbye goodbye) {
        if (over) {
            return;
        }
        meters.closed(goodbye.code());
        closing = goodbye;
        over = true;
        if (!goodbye.sendsWhatWaits()) {
            queue.clear();
        }
        tellRoom();
        write();
        Mono.delay(closeGrace).takeUntilOther(done()).subscribe(_ -> cut());
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
            onThread(this::writeOn);
        }
    }

    private void writeOn() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = writeBatch();
        }
    }

    /** Says whether it is written already, so that the next may follow. */
    private boolean writeBatch() {
        List<Frame> batch;
        Goodbye goodbye;
        synchronized (this) {
            batch = queue.take(BATCH_BYTES);
            goodbye = closing;
            if (batch.isEmpty() && goodbye == null) {
                writing = false;
                return false;
            }
        }
        if (batch.isEmpty()) {
            line.close(requireNonNull(goodbye), this);
            return false;
        }
        boolean isWritten = line.write(batch, this);
        if (isWritten) {
            free();
        }
        return isWritten;
    }

    /** Not for senders: the line tells. */
    @Override
    public void written() {
        onThread(() -> {
            free();
            writeOn();
        });
    }

    /** Not for senders: the line tells. */
    @Override
    public void broke() {
        finish();
    }

    private synchronized void free() {
        queue.written();
        if (queue.hasRoom()) {
            tellRoom();
        }
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
