package io.gavel.gateway.wire;

import io.netty.buffer.ByteBuf;

/** What goes before the text of a WebSocket's frame that comes from a server (RFC 6455, 5.2). */
public final class TextHeader {

    /** The longest. */
    public static final int MOST_BYTES = 10;

    private static final int FINAL_TEXT = 0x81;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int MOST_SHORT = 0xFFFF;

    private TextHeader() {}

    /** How long it is before that many bytes of text. */
    public static int bytes(int text) {
        if (text < SHORT) {
            return 2;
        }
        return text <= MOST_SHORT ? 4 : MOST_BYTES;
    }

    public static void write(int text, ByteBuf out) {
        out.writeByte(FINAL_TEXT);
        switch (bytes(text)) {
            case 2 -> out.writeByte(text);
            case 4 -> out.writeByte(SHORT).writeShort(text);
            default -> out.writeByte(LONG).writeLong(text);
        }
    }
}
