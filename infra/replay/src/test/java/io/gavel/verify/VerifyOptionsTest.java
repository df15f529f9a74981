package io.gavel.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | expected: a LOT, a FILE, or --receipt FILE",
                "a b | b: a second target (expected: one LOT or FILE)",
                "a --receipt b | expected: a LOT, a FILE, or --receipt FILE",
                "--nonsense | --nonsense: unknown (expected: --no-commands, --commands, --keys",
                "a --url | --url: nothing (expected: a value)",
                "a --keys b | --keys and --log go with --receipt only",
                "a --log b | --keys and --log go with --receipt only",
                "--receipt a --commands b | --commands goes with a LOT or a FILE only",
                "/no/such/file | /no/such/file: no such file",
                "/ | /: a folder (expected: a file)",
                "00000000-0000-0000-0000-000000000001 --url : | :/demo/token: not a URL",
                "00000000-0000-0000-0000-000000000001 --url ftp://x | ftp://x/demo/token: not a"
                        + " URL",
            })
    void what_is_not_understood_ends_with_two_and_a_sentence(String arguments, String message) {
        Checked checked = Checked.verify(arguments == null ? new String[0] : arguments.split(" "));

        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err()).startsWith("gavel verify: " + message);
        assertThat(checked.out()).isEmpty();
    }

    @Test
    void help_names_every_word_that_may_come() {
        String help = Checked.verify("--help").out();

        for (Flaw flaw : Flaw.values()) {
            assertThat(help).contains(flaw.word());
        }
        assertThat(help)
                .contains("valid", "malformed", "unknown_key", "bad_signature", "not_in_log");
    }
}
