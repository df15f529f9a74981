package io.gavel.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    private static final String HEAD = "HTTP/1.1 101 Switching Protocols\r\nA: b\r\n\r\n";

    private final List<String> heard = new ArrayList<>();
    private final AtomicInteger closeCode = new AtomicInteger();
    private final AtomicInteger upgrades = new AtomicInteger();
    private final List<ByteBuffer> answers = new ArrayList<>();
    private final Parser parser = new Parser(new Keeper(), upgrades::incrementAndGet, answers::add);

    /** Keeps what it hears. */
    private final class Keeper implements Ear {
        @Override
        public void heard(byte[] text, int from, int to) {
            heard.add(new String(text, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void ended(int code) {
            closeCode.set(code);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 1_000})
    void frames_are_found_however_they_are_cut(int piece) {
        hearAll(piece, List.of("a", "b".repeat(125), "c".repeat(126), "d".repeat(500)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 70_000, 100_000})
    void so_are_long_ones(int piece) {
        hearAll(piece, List.of("a", "b".repeat(70_000), "c"));
    }

    private void hearAll(int piece, List<String> texts) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(HEAD.getBytes(StandardCharsets.US_ASCII));
        texts.forEach(text -> stream.writeBytes(frame(text)));
        read(stream.toByteArray(), piece);
        assertThat(upgrades).hasValue(1);
        assertThat(heard).isEqualTo(texts);
    }

    @Test
    void a_ping_is_answered_and_a_close_remembered() {
        byte[] bytes = new byte[] {(byte) 0x89, 0, (byte) 0x88, 2, 0x11, 0x38};
        read(HEAD.getBytes(StandardCharsets.US_ASCII), 100);
        read(bytes, 100);
        parser.ended();
        assertThat(answers).containsExactly(ClientFrames.pong());
        assertThat(closeCode).hasValue(4408);
    }

    @Test
    void another_answer_than_an_upgrade_is_a_failure() {
        byte[] refused = "HTTP/1.1 503 Busy\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> read(refused, 100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("HTTP/1.1 503 Busy (expected: HTTP/1.1 101)");
    }

    private void read(byte[] bytes, int piece) {
        for (int at = 0; at < bytes.length; at += piece) {
            ByteBuffer into = ByteBuffer.allocate(200_000);
            parser.resume(into);
            into.put(bytes, at, Math.min(piece, bytes.length - at));
            parser.parse(into.array(), into.position());
        }
    }

    private static byte[] frame(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(10 + utf8.length).put((byte) 0x81);
        if (utf8.length < 126) {
            frame.put((byte) utf8.length);
        } else if (utf8.length <= 0xFFFF) {
            frame.put((byte) 126).putShort((short) utf8.length);
        } else {
            frame.put((byte) 127).putLong(utf8.length);
        }
        frame.put(utf8).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }
}
