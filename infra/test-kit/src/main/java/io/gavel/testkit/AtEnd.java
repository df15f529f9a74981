package io.gavel.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.util.FileSystemUtils;

/**
 * Things that live until the test JVM ends: servers are closed first, then their folders are
 * deleted.
 */
final class AtEnd {
    private static final Deque<AutoCloseable> CLOSING = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtEnd::closeAll, "test-kit-end"));
    }

    private AtEnd() {}

    /** Closes it when the JVM ends; what came later is closed earlier. */
    static void close(AutoCloseable resource) {
        CLOSING.push(resource);
    }

    /** Creates a temporary folder that goes away with the JVM. */
    static Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("gavel-" + name + "-").toRealPath();
            close(() -> FileSystemUtils.deleteRecursively(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAll() {
        for (AutoCloseable resource : CLOSING) {
            try {
                resource.close();
            } catch (Exception e) {
                System.err.println("not closed at the end of the tests: " + e);
            }
        }
    }
}
