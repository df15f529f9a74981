package io.gavel.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    @ParameterizedTest(name = "{0} bytes at a time")
    @ValueSource(ints = {1, 2, 3, 5, 1_000})
    void lines_are_cut_exactly_however_the_bytes_arrive(int atATime) throws IOException {
        assertThat(read("ä\n\nb\r\nlast", atATime)).containsExactly("1 ä", "2 ", "3 b\r", "4 last");
        assertThat(read("one\n", atATime)).containsExactly("1 one");
        assertThat(read("", atATime)).isEmpty();
        assertThat(read("\n", atATime)).containsExactly("1 ");
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(
            ints = {Lines.MAX_BYTES - 1, Lines.MAX_BYTES, Lines.MAX_BYTES + 1, 5 * Lines.MAX_BYTES})
    void a_line_is_whole_up_to_the_limit_and_what_follows_it_is_read(int size) throws IOException {
        for (String end : List.of("\nnext", "\n", "")) {
            Lines lines = lines("x".repeat(size) + end, 70_000);
            Line first = lines.next();

            assertThat(first.whole()).isEqualTo(size <= Lines.MAX_BYTES);
            assertThat(first.bytes()).hasSize(Math.min(size, Lines.MAX_BYTES));
            if (end.length() > 1) {
                assertThat(new String(lines.next().bytes(), UTF_8)).isEqualTo("next");
            }
            assertThat(lines.next()).isNull();
        }
    }

    private static List<String> read(String text, int atATime) throws IOException {
        Lines lines = lines(text, atATime);
        List<String> read = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            read.add(line.number() + " " + new String(line.bytes(), UTF_8));
        }
        return read;
    }

    private static Lines lines(String text, int atATime) {
        InputStream whole = new ByteArrayInputStream(text.getBytes(UTF_8));
        return new Lines(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        return whole.read();
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        return whole.read(bytes, from, Math.min(length, atATime));
                    }
                });
    }
}
