package io.gavel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a process has of the machine's memory. */
final class Resident {

    private static final long KIBIBYTE = 1024;

    private Resident() {}

    /**
     * In bytes.
     *
     * @throws IllegalStateException if {@code ps} does not tell
     */
    static long bytes(long pid) {
        ProcessBuilder ps =
                new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
                        .redirectErrorStream(true);
        try (var output = ps.start().getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Long.parseLong(said) * KIBIBYTE;
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("ps: " + e.getMessage(), e);
        }
    }
}
