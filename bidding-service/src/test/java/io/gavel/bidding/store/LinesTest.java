package io.gavel.bidding.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void lines_are_what_stands_between_line_breaks() {
        assertThat(Lines.of("one\ntwo\nthree".getBytes(UTF_8)))
                .containsExactly(
                        "one".getBytes(UTF_8), "two".getBytes(UTF_8), "three".getBytes(UTF_8));
    }

    @Test
    void one_line_has_no_line_break_and_nothing_has_no_line() {
        assertThat(Lines.of("one".getBytes(UTF_8))).containsExactly("one".getBytes(UTF_8));
        assertThat(Lines.of(new byte[0])).isEmpty();
    }
}
