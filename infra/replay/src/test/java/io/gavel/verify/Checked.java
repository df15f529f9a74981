package io.gavel.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** What a run of {@code ./gavel verify} gave. */
record Checked(int exitCode, String out, String err) {

    static Checked verify(String... arguments) {
        return verifyInput("", arguments);
    }

    /** With a text as standard input. */
    static Checked verifyInput(String input, String... arguments) {
        return run(null, input, arguments);
    }

    static Checked run(
            @org.jspecify.annotations.Nullable String token, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Main.run(
                        List.of(arguments),
                        token,
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8));
        return new Checked(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }
}
