package io.gavel.settlement.payment;

import io.gavel.settings.Confidential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that must not be seen: it is never part of a message, a log or an error. */
@Confidential
public record Secret(String value) {

    private static final String FILE = "file:";

    /**
     * Takes the text, or what is in the file that it names: {@code file:/run/secrets/stripe}.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Secret of(String text) {
        if (!text.startsWith(FILE)) {
            return new Secret(text.strip());
        }
        try {
            return new Secret(Files.readString(Path.of(text.substring(FILE.length()))).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("secret: its file cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
