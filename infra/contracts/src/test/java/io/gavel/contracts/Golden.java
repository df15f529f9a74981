package io.gavel.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One example of each message, byte for byte. A file ends with a line feed that is not part of the
 * message. Run with {@code -Dgolden.write=true} to write the files anew after a wanted change.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final boolean WRITE = Boolean.getBoolean("golden.write");

    private Golden() {}

    /** Fails unless the bytes are exactly those of the golden file. */
    public static void requireSame(String name, byte[] bytes) {
        Path file = file(name);
        try {
            if (WRITE) {
                Files.writeString(file, new String(bytes, UTF_8) + "\n");
            }
            assertThat(file).as("golden file of %s", name).exists();
            assertThat(new String(bytes, UTF_8)).isEqualTo(new String(bytes(name), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message in the golden file. */
    public static byte[] bytes(String name) {
        try {
            String text = Files.readString(file(name));
            assertThat(text).endsWith("}\n");
            return text.substring(0, text.length() - 1).getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }
}
