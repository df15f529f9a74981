package io.gavel.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.json.JsonLine;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes what was said, one line each: the exact bytes inside a line that names them. Keeps up to
 * {@value #BUFFER_BYTES} bytes back until it is flushed. For one thread.
 */
final class Tape {

    private static final int BUFFER_BYTES = 1 << 18;

    private static final byte[] DECISION = "{\"decision\":".getBytes(US_ASCII);
    private static final byte[] EVENT = "{\"event\":".getBytes(US_ASCII);
    private static final byte[] END = "}\n".getBytes(US_ASCII);

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int length;

    Tape(OutputStream out) {
        this.out = out;
    }

    /** The decision, then its events. */
    void write(Said said) throws IOException {
        write(DECISION, said.decision());
        for (SealedEvent event : said.events()) {
            write(EVENT, event.bytes());
        }
    }

    private void write(byte[] name, byte[] bytes) throws IOException {
        int size = name.length + bytes.length + END.length;
        if (size > BUFFER_BYTES - length) {
            flush();
        }
        if (size > BUFFER_BYTES) {
            out.write(name);
            out.write(bytes);
            out.write(END);
            return;
        }
        put(name);
        put(bytes);
        put(END);
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    /** Hands on what was kept back. */
    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    /** The line that says what is wrong with a line that cannot be read. */
    static String complaint(ReplayLine.Unreadable line) {
        byte[] json =
                new JsonLine()
                        .ascii("{\"unreadable\":{\"line\":")
                        .number(line.number())
                        .ascii(",\"problem\":")
                        .text(line.problem())
                        .ascii("}}")
                        .bytes();
        return new String(json, UTF_8);
    }
}
