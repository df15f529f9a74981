package io.gavel.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.json.JsonLine;
import java.io.IOException;
import java.io.OutputStream;

/** Writes what was said, one line each: the exact bytes inside a line that names them. */
final class Tape {

    private static final byte[] DECISION = "{\"decision\":".getBytes(US_ASCII);
    private static final byte[] EVENT = "{\"event\":".getBytes(US_ASCII);
    private static final byte[] END = "}\n".getBytes(US_ASCII);

    private final OutputStream out;

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
        out.write(name);
        out.write(bytes);
        out.write(END);
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
