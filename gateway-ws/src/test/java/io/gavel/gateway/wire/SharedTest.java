package io.gavel.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 100_000})
    void it_has_the_bytes_that_the_transport_would_make_of_the_text(int length) {
        String text = "x".repeat(length);
        ByteBuf frame = Shared.webSocketText(text.getBytes(StandardCharsets.UTF_8));
        assertThat(ByteBufUtil.getBytes(frame)).isEqualTo(encoded(text));
    }

    @ParameterizedTest
    @ValueSource(ints = 300)
    void many_may_take_it_from_memory_that_the_kernel_reads(int length) {
        ByteBuf frame = Shared.webSocketText(new byte[length]);
        frame.duplicate().skipBytes(10).release();
        assertThat(frame.duplicate().readableBytes()).isEqualTo(length + 4);
        assertThat(frame.duplicate().hasMemoryAddress()).isTrue();
    }

    private static byte[] encoded(String text) {
        EmbeddedChannel channel = new EmbeddedChannel(new WebSocket13FrameEncoder(false));
        channel.writeOutbound(new TextWebSocketFrame(text));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(ByteBufUtil.getBytes(part));
            part.release();
        }
        channel.close();
        return all.toByteArray();
    }
}
