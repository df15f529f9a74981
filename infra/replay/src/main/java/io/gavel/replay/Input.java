package io.gavel.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that are named on a command line. */
public final class Input {

    /** The file name that means standard input. */
    public static final String STANDARD = "-";

    private Input() {}

    /**
     * Opens a file, or takes standard input.
     *
     * @throws BadUsage if it cannot be read
     */
    public static InputStream open(String file, InputStream standard) {
        return file.equals(STANDARD) ? standard : open(file);
    }

    /**
     * Opens a file.
     *
     * @throws BadUsage if it cannot be read
     */
    public static InputStream open(String file) {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new BadUsage(file + ": a folder (expected: a file)");
            }
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new BadUsage(file + ": no such file");
        } catch (IOException | InvalidPathException e) {
            throw new BadUsage(file + ": cannot be read: " + e.getMessage());
        }
    }
}
