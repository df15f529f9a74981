package io.gavel.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service as a process of its own, with the heap and the collector that {@code ./gavel up} gives
 * it. Its output is in a file.
 */
final class ServiceJvm implements AutoCloseable {

    private static final long STOP_SECONDS = 30;
    private static final int LAST_LINES = 5;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final String name;
    private final List<String> command;
    private final Path log;
    private Process process;

    /** Starts it; whoever wants to know when it is ready asks it. */
    ServiceJvm(String name, List<String> command, Path folder) {
        this.name = name;
        this.command = command;
        this.log = folder.resolve(name + ".log");
        this.process = launch();
    }

    /** The command of a JVM, but for what it runs. */
    static List<String> java(String... more) {
        List<String> command = new ArrayList<>();
        command.add(JAVA.toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of(more));
        return command;
    }

    private Process launch() {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(log.toFile()));
            // What is told to other programs of ours is no setting of a service.
            builder.environment().keySet().removeIf(variable -> variable.startsWith("GAVEL_"));
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(name + " does not start: " + e.getMessage(), e);
        }
    }

    /** Starts it again after it was stopped. */
    void start() {
        process = launch();
    }

    /** Stops it in order, by force after 30 s. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Throws if it has ended.
     *
     * @throws IllegalStateException with the last lines it wrote
     */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    name + " ended with exit code " + process.exitValue() + "\n" + lastLines());
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        stop();
    }
}
