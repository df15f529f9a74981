package io.gavel.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * A text frame of a WebSocket (RFC 6455), header and all, in memory that the kernel takes it from:
 * made once, written to many without a copy. It is freed when nobody refers to it any more, so
 * nobody has to release it.
 */
final class Shared {

    private Shared() {}

    static ByteBuf webSocketText(byte[] utf8) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(TextHeader.bytes(utf8.length) + utf8.length);
        ByteBuf frame = Unpooled.wrappedBuffer(bytes).clear();
        TextHeader.write(utf8.length, frame);
        return Unpooled.unreleasableBuffer(frame.writeBytes(utf8));
    }
}
