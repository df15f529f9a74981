package io.gavel.bidding.batch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow at their end. For one thread. */
final class Bytes {

    private byte[] bytes = new byte[1024];
    private int length;

    int length() {
        return length;
    }

    Bytes add(byte[] more) {
        makeRoomFor(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    Bytes add(byte more) {
        makeRoomFor(1);
        bytes[length++] = more;
        return this;
    }

    Bytes add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Begins a line: puts a line break behind the one before, if there is one. */
    Bytes line() {
        return length == 0 ? this : add((byte) '\n');
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void makeRoomFor(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
