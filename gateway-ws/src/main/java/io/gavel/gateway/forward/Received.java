package io.gavel.gateway.forward;

import io.gavel.gateway.problem.Problems;
import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * What has come of a body. What is beyond the largest is not kept but read all the same, four times
 * as much at the most: who is still sending would not see an answer.
 */
final class Received {

    private static final int READ_TIMES = 4;

    private final long largest;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long bytes;

    Received(DataSize largest) {
        this.largest = largest.toBytes();
    }

    void add(DataBuffer part) {
        try {
            bytes += part.readableByteCount();
            if (bytes > READ_TIMES * largest) {
                throw tooLarge();
            }
            if (bytes <= largest) {
                byte[] read = new byte[part.readableByteCount()];
                part.read(read);
                kept.writeBytes(read);
            }
        } finally {
            DataBufferUtils.release(part);
        }
    }

    /** All of it; fails with 413 if that is too much. */
    byte[] bytes() {
        if (bytes > largest) {
            throw tooLarge();
        }
        return kept.toByteArray();
    }

    private RuntimeException tooLarge() {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body: too large (expected: at most "
                        + DataSize.ofBytes(largest).toMegabytes()
                        + " MiB)");
    }
}
