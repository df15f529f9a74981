package io.gavel.bench.crowd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames in what one connection reads, after the answer to its upgrade. What is not whole
 * is kept for the next time.
 */
final class Parser {

    private static final int OPCODE = 0x0F;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int LENGTH = 0x7F;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SWITCHED = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);

    private final Ear ear;
    private final Runnable upgraded;
    private final Consumer<ByteBuffer> answer;
    private byte @Nullable [] rest;
    private boolean isUpgraded;
    private int closeCode;

    Parser(Ear ear, Runnable upgraded, Consumer<ByteBuffer> answer) {
        this.ear = ear;
        this.upgraded = upgraded;
        this.answer = answer;
    }

    /** Puts what was not whole back in front. */
    void resume(ByteBuffer into) {
        if (rest != null) {
            into.put(rest);
            rest = null;
        }
    }

    /** Takes what is whole of the first {@code end} bytes. */
    void parse(byte[] bytes, int end) {
        int at = isUpgraded ? 0 : head(bytes, end);
        if (isUpgraded) {
            at = frames(bytes, at, end);
        }
        if (at < end) {
            rest = Arrays.copyOfRange(bytes, at, end);
        }
    }

    void ended() {
        ear.ended(closeCode);
    }

    private int head(byte[] bytes, int end) {
        int found = new Needle(END_OF_HEAD).in(bytes, 0, end);
        if (found < 0) {
            return 0;
        }
        if (!Arrays.equals(bytes, 0, SWITCHED.length, SWITCHED, 0, SWITCHED.length)) {
            String head = new String(bytes, 0, found, StandardCharsets.US_ASCII);
            throw new IllegalStateException(head + " (expected: HTTP/1.1 101)");
        }
        isUpgraded = true;
        upgraded.run();
        return found + END_OF_HEAD.length;
    }

    private int frames(byte[] bytes, int from, int end) {
        int at = from;
        while (end - at >= 2) {
            int length = bytes[at + 1] & LENGTH;
            int body = at + 2;
            if (length == SHORT_LENGTH) {
                if (end - at < 4) {
                    return at;
                }
                length = (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
                body = at + 4;
            } else if (length == LONG_LENGTH) {
                if (end - at < 10) {
                    return at;
                }
                length = Math.toIntExact(ByteBuffer.wrap(bytes).getLong(at + 2));
                body = at + 10;
            }
            if (end - body < length) {
                return at;
            }
            frame(bytes[at] & OPCODE, bytes, body, body + length);
            at = body + length;
        }
        return at;
    }

    private void frame(int opcode, byte[] bytes, int from, int to) {
        switch (opcode) {
            case TEXT -> ear.heard(bytes, from, to);
            case PING -> answer.accept(ClientFrames.pong());
            case CLOSE -> closeCode = ByteBuffer.wrap(bytes).getShort(from);
            default ->
                    throw new IllegalStateException(
                            "a frame with opcode " + opcode + " (expected: text, ping or close)");
        }
    }
}
