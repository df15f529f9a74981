package io.gavel.systemtests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** WebSocket frames as RFC 6455 lays them out, right or wrong. */
final class WireFrame {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private WireFrame() {}

    /** One that is right: final and masked. */
    static byte[] of(int opcode, byte[] payload) {
        return of(FIN | opcode, true, payload, payload.length);
    }

    /** One of several that make a message. */
    static byte[] part(int opcode, boolean last, byte[] payload) {
        return of((last ? FIN : 0) | opcode, true, payload, payload.length);
    }

    /**
     * Any.
     *
     * @param first byte: final, three reserved bits, opcode
     * @param declared length of the payload
     */
    static byte[] of(int first, boolean masked, byte[] payload, long declared) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        int mark = masked ? MASKED : 0;
        if (declared >= 0 && declared < SHORT) {
            out.write(mark | (int) declared);
        } else if (declared >= 0 && declared <= 0xffff) {
            out.write(mark | SHORT);
            out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) declared).array());
        } else {
            out.write(mark | LONG);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(declared).array());
        }
        if (masked) {
            out.writeBytes(new byte[Integer.BYTES]);
        }
        out.writeBytes(payload);
        return out.toByteArray();
    }
}
