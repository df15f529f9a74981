package io.gavel.bench.crowd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a client writes. A client's frames are masked (RFC 6455, 5.3); a mask of zeros leaves the
 * bytes as they are.
 */
final class ClientFrames {

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_PONG = 0x8A;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_LENGTH = 126;
    private static final int MOST_HEADER = 8;

    private ClientFrames() {}

    static ByteBuffer upgrade(String host) {
        String request =
                "GET /ws HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: gavel.v1\r\n\r\n";
        return ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    }

    static ByteBuffer text(byte[] utf8) {
        ByteBuffer frame = ByteBuffer.allocate(MOST_HEADER + utf8.length);
        frame.put((byte) FINAL_TEXT);
        if (utf8.length < TWO_BYTES_LENGTH) {
            frame.put((byte) (MASKED | utf8.length));
        } else {
            frame.put((byte) (MASKED | TWO_BYTES_LENGTH)).putShort((short) utf8.length);
        }
        return frame.putInt(0).put(utf8).flip();
    }

    /** The answer to a ping without a body. */
    static ByteBuffer pong() {
        return ByteBuffer.allocate(MOST_HEADER)
                .put((byte) FINAL_PONG)
                .put((byte) MASKED)
                .putInt(0)
                .flip();
    }
}
