package io.gavel.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {

    private static final long SEED = 20_261_125;

    @Test
    void it_is_found_where_a_search_byte_by_byte_finds_it() {
        Random chance = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            String hay = text(chance, 40);
            String needle = text(chance, 1 + chance.nextInt(3));
            int from = chance.nextInt(40);
            assertThat(new Needle(ascii(needle)).in(ascii(hay), from, hay.length()))
                    .as("%s in %s from %d, seed %d", needle, hay, from, SEED)
                    .isEqualTo(hay.indexOf(needle, from));
        }
    }

    @Test
    void nothing_is_found_behind_the_end() {
        byte[] hay = ascii("...\"version\":17");
        Needle needle = new Needle(ascii("\"version\":"));
        assertThat(needle.behind(hay, 0, hay.length)).isEqualTo(13);
        assertThat(needle.behind(hay, 0, 12)).isEqualTo(-1);
    }

    private static String text(Random chance, int length) {
        return chance.ints(length, 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
