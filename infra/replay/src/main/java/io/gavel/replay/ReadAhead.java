package io.gavel.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines on a thread of its own, so that one core reads while another decides. Holds at most
 * {@value #MAX_CHUNKS} chunks of {@value #CHUNK} lines; waits for as long as its input or its
 * reader takes. Closing it ends the thread.
 */
public final class ReadAhead implements AutoCloseable {

    private static final int CHUNK = 1_000;
    private static final int MAX_CHUNKS = 8;

    /**
     * @param failure why there is no more to come after these lines; null at the plain end
     */
    private record Chunk(List<ReplayLine> lines, boolean last, @Nullable Exception failure) {}

    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(MAX_CHUNKS);
    private final Thread thread;
    private Chunk chunk = new Chunk(List.of(), false, null);
    private int next;

    public ReadAhead(InputStream in) {
        this.thread = Thread.ofPlatform().daemon().name("read-ahead").start(() -> read(in));
    }

    /**
     * The next line, blank ones left out; null at the end.
     *
     * @throws UncheckedIOException if the input fails
     */
    public @Nullable ReplayLine next() {
        while (next == chunk.lines.size()) {
            if (chunk.failure != null) {
                throw failed(chunk.failure);
            }
            if (chunk.last) {
                return null;
            }
            chunk = take();
            next = 0;
        }
        return chunk.lines.get(next++);
    }

    private static RuntimeException failed(Exception failure) {
        return failure instanceof IOException broken
                ? new UncheckedIOException(broken.getMessage(), broken)
                : new IllegalStateException("reading ended by a defect", failure);
    }

    private Chunk take() {
        try {
            return chunks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for input", e);
        }
    }

    private void read(InputStream in) {
        List<ReplayLine> lines = new ArrayList<>(CHUNK);
        try {
            Lines source = new Lines(in);
            for (Line line = source.next(); line != null; line = source.next()) {
                if (isBlank(line)) {
                    continue;
                }
                lines.add(LineForm.read(line));
                if (lines.size() == CHUNK) {
                    chunks.put(new Chunk(lines, false, null));
                    lines = new ArrayList<>(CHUNK);
                }
            }
            chunks.put(new Chunk(lines, true, null));
        } catch (IOException | RuntimeException e) {
            putLast(new Chunk(lines, true, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void putLast(Chunk failed) {
        try {
            chunks.put(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isBlank(Line line) {
        for (byte each : line.bytes()) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
