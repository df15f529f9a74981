package io.gavel.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.wire.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final ByteBuf out = Unpooled.buffer();

    @Test
    void a_frame_is_a_message_with_its_exact_bytes() {
        Messages.write(new Frame("log", bytes("{\"title\":\"Lämpchen\"}"), 17L), out);
        assertThat(text()).isEqualTo("id: 17\nevent: log\ndata: {\"title\":\"Lämpchen\"}\n\n");
    }

    @Test
    void what_has_no_version_leaves_the_client_where_it_is() {
        Messages.write(Frame.text("heartbeat", "{}"), out);
        assertThat(text()).isEqualTo("event: heartbeat\ndata: {}\n\n");
    }

    @Test
    void a_delay_is_told_in_milliseconds() {
        Messages.retry(Duration.ofSeconds(2), out);
        assertThat(text()).isEqualTo("retry: 2000\n\n");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
