package io.gavel.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM needs of its heap, whatever its collector has not got round to. */
final class LiveHeap {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    /**
     * The bytes of all objects that are in use in that process, after a full collection.
     *
     * @throws IllegalStateException if the JDK's jcmd does not tell
     */
    static long bytes(long pid) {
        ProcessBuilder jcmd =
                new ProcessBuilder(JCMD.toString(), Long.toString(pid), "GC.class_histogram")
                        .redirectErrorStream(true);
        try (var output = jcmd.start().getInputStream()) {
            String histogram = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(histogram);
            if (!total.find()) {
                throw new IllegalStateException("jcmd: " + histogram + " (expected: a total)");
            }
            return Long.parseLong(total.group(1));
        } catch (IOException e) {
            throw new IllegalStateException("jcmd: " + e.getMessage(), e);
        }
    }
}
