package io.gavel.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines, exact to the byte. For one thread. */
public final class Lines implements AutoCloseable {

    /** The longest line that is read, 1 MiB: Kafka's own limit of a record. */
    public static final int MAX_BYTES = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[2 * MAX_BYTES];
    private int from;
    private int to;
    private long lines;

    public Lines(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end of the stream. A last line needs no line feed. */
    public @Nullable Line next() throws IOException {
        int scanned = 0;
        while (true) {
            int end = lineFeed(from + scanned);
            if (end >= 0) {
                return take(end, end + 1);
            }
            scanned = to - from;
            if (scanned > MAX_BYTES) {
                return tooLong();
            }
            if (!fill()) {
                return from == to ? null : take(to, to);
            }
        }
    }

    private Line take(int end, int next) {
        boolean whole = end - from <= MAX_BYTES;
        byte[] bytes = Arrays.copyOfRange(buffer, from, Math.min(end, from + MAX_BYTES));
        from = next;
        return new Line(++lines, bytes, whole);
    }

    private Line tooLong() throws IOException {
        byte[] beginning = Arrays.copyOfRange(buffer, from, from + MAX_BYTES);
        int end;
        do {
            from = to;
            end = fill() ? lineFeed(from) : to;
        } while (end < 0);
        from = Math.min(end + 1, to);
        return new Line(++lines, beginning, false);
    }

    private int lineFeed(int start) {
        for (int i = start; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads more behind what is there; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            return false;
        }
        to += read;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
