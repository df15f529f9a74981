package io.gavel.gateway.connection;

import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.TextHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A WebSocket. Frames go to the transport as bytes, all of a batch with one flush, and what many
 * receive is not copied. After the close frame it is left open for the client to answer: closing it
 * at once, while the client still sends, would make the client's machine throw away what it has not
 * read.
 */
record NettyLine(Channel channel) implements Line {

    @Override
    public boolean write(List<Frame> frames, Writer writer) {
        int last = frames.size() - 1;
        for (Frame frame : frames.subList(0, last)) {
            var _ = channel.write(message(frame));
        }
        ChannelFuture written = channel.writeAndFlush(message(frames.get(last)));
        if (written.isSuccess()) {
            return true;
        }
        tell(written, writer, true);
        return false;
    }

    @Override
    public void close(Goodbye goodbye, Writer writer) {
        int code = goodbye.code().code();
        tell(channel.writeAndFlush(new CloseWebSocketFrame(code, goodbye.reason())), writer, false);
    }

    @Override
    public void cut() {
        var _ = channel.close();
    }

    @Override
    public Executor thread() {
        return channel.eventLoop();
    }

    private static void tell(ChannelFuture write, Writer writer, boolean whenWritten) {
        var _ =
                write.addListener(_ -> {
                    if (!write.isSuccess()) {
                        writer.broke();
                    } else if (whenWritten) {
                        writer.written();
                    }
                });
    }

    private Object message(Frame frame) {
        ByteBuf shared = frame.shared();
        if (shared != null) {
            return shared.duplicate();
        }
        return frame.isPing() ? new PingWebSocketFrame() : text(frame.utf8());
    }

    private ByteBuf text(byte[] utf8) {
        ByteBuf frame = channel.alloc().directBuffer(TextHeader.bytes(utf8.length) + utf8.length);
        TextHeader.write(utf8.length, frame);
        return frame.writeBytes(utf8);
    }
}
