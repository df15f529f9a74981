package io.gavel.bench;

import io.gavel.localstack.Database;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * bidding-service as a process of its own, with the heap and the collector that {@code ./gavel up}
 * gives it. Its output is in a file.
 */
final class BiddingProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx512m";
    private static final String COLLECTOR = "-XX:+UseSerialGC";
    private static final long STOP_SECONDS = 30;
    private static final int LAST_LINES = 5;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final List<String> command;
    private final Path log;
    private Process process;

    /** Starts it; whoever wants to know when it is ready sends it a command. */
    BiddingProcess(Database database, String bootstrapServers, Path log) {
        this.command = command(database, bootstrapServers);
        this.log = log;
        this.process = launch();
    }

    private static List<String> command(Database database, String bootstrapServers) {
        String classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JAVA.toString(),
                                HEAP,
                                COLLECTOR,
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                classPath,
                                BiddingMain.class.getName(),
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/unused"));
        database.springProperties()
                .forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private Process launch() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("bidding-service does not start: " + e.getMessage(), e);
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
                    "bidding-service ended with exit code "
                            + process.exitValue()
                            + "\n"
                            + lastLines());
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

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        stop();
    }
}
