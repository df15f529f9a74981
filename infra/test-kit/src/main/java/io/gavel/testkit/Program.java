package io.gavel.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this machine, run to its end. */
public final class Program {

    private static final Duration LIMIT = Duration.ofSeconds(50);

    private Program() {}

    /** How a run ended, and what it printed on both outputs. */
    public record Ran(int status, String output) {}

    /**
     * Runs a command in a folder, in this process's environment but for what is meant for Gavel in
     * that, and with those variables.
     *
     * @throws IllegalStateException if there is no such program, or it did not end within 50 s
     */
    public static Ran run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile("gavel-program-", ".out");
            try {
                int status = await(start(folder, environment, command, output), command, output);
                return new Ran(status, text(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(
            Path folder, Map<String, String> environment, List<String> command, Path output) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("GAVEL_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    command.getFirst() + " cannot be run (expected: a program that is installed)",
                    e);
        }
    }

    private static int await(Process process, List<String> command, Path output)
            throws IOException {
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IllegalStateException(
                    command + " did not end within " + LIMIT + ":\n" + text(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was not waited for", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
