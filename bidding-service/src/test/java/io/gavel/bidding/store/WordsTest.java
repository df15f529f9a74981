package io.gavel.bidding.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void accents_capitals_and_typographic_signs_make_no_difference() {
        assertThat(Words.folded("Lamp, “Art Déco”…")).isEqualTo("lamp, \"art deco\"...");
        assertThat(Words.folded("ÄRMEL – ﬁne №7")).isEqualTo("armel   fine no7");
    }

    @Test
    void what_a_search_engine_takes_stays() {
        assertThat(Words.folded("\"in a row\" or -without")).isEqualTo("\"in a row\" or -without");
    }

    @Test
    void letters_of_every_script_stay() {
        assertThat(Words.folded("Часы 時計 घड़ी 한글")).isEqualTo("часы 時計 घड़ी 한글");
    }

    @Test
    void text_that_grows_is_cut_off() {
        assertThat(Words.folded("\uFDFA".repeat(10_000))).hasSize(Words.MAX_LENGTH);
    }
}
