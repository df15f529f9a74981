package io.gavel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | expected: a FILE (or - for standard input), or --generate N",
                "a b | b: a second file (expected: one)",
                "--wat-if x - | --wat-if: unknown (expected: --what-if, --without",
                "- --without | --without: nothing (expected: a value)",
                "- --without !! | --without: not an account (expected: 1 to 128 letters",
                "- --what-if /no/such/file | /no/such/file: no such file",
                "/no/such/file | /no/such/file: no such file",
                "/ | /: a folder (expected: a file)",
                "--generate 0 | --generate: 0 (expected: a number, 1 to 100000000)",
                "--generate x | --generate: x (expected: a number, 1 to 100000000)",
                "--generate 5 - | expected: a FILE (or - for standard input), or --generate N",
                "--generate 5 --lots 100001 | --lots: 100001 (expected: a number, 1 to 100000)",
            })
    void what_is_not_understood_ends_with_two_and_a_sentence(String arguments, String message) {
        Ran ran = Ran.replay("", arguments == null ? new String[0] : arguments.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("gavel replay: " + message);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void a_file_and_standard_input_give_the_same() throws IOException {
        String script = Script.aLot().bid("alice", 1_000).text();
        Path file = Files.writeString(folder.resolve("lot.jsonl"), script);

        assertThat(Ran.replay("", file.toString())).isEqualTo(Ran.replay(script, "-"));
    }

    @Test
    void nothing_in_gives_nothing_out() {
        assertThat(Ran.replay("\n \r\n", "-")).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void help_says_what_there_is() {
        assertThat(Ran.replay("", "--help").out()).contains("--what-if", "--without", "--generate");
    }

    @Test
    void an_input_that_breaks_off_and_an_output_that_is_full_are_told() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the cable is out");
                    }
                };
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("no space left");
                    }
                };

        assertThat(run(broken, OutputStream.nullOutputStream()))
                .isEqualTo("2 gavel replay: reading or writing failed: the cable is out\n");
        InputStream lot = new ByteArrayInputStream(Script.aLot().text().getBytes());
        assertThat(run(lot, full))
                .isEqualTo("2 gavel replay: reading or writing failed: no space left\n");
    }

    private static String run(InputStream in, OutputStream out) {
        var err = new java.io.ByteArrayOutputStream();
        int exitCode = Main.run(List.of("-"), in, out, new PrintStream(err, true));
        return exitCode + " " + err;
    }

    @Test
    void made_up_bids_are_always_the_same_and_can_all_be_read() {
        Ran made = Ran.replay("", "--generate", "800", "--lots", "4");
        Ran ran = Ran.replay(made.out(), "-");

        assertThat(Ran.replay("", "--generate", "800", "--lots", "4")).isEqualTo(made);
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.decisions()).hasSize(804);
        assertThat(ran.outcomes().stream().filter("accepted"::equals)).hasSize(4 + 700);
        assertThat(ran.outcomes().stream().filter("rejected too-low"::equals)).hasSize(100);
    }
}
