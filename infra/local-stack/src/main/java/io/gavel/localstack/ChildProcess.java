package io.gavel.localstack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process of the stack: recorded under the data directory, its output in {@code logs/<name>.log}.
 * Where {@code setsid} exists it has a session of its own, so that Ctrl-C in a terminal reaches the
 * launcher only, which then stops all in order.
 */
final class ChildProcess {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final String OWN_PREFIX = "GAVEL_";
    private static final int LAST_LINES = 20;
    private static final int LAST_BYTES = 16 * 1024;

    private final String name;
    private final Path logFile;
    private final Process process;
    private volatile boolean asked;

    private ChildProcess(String name, Path logFile, Process process) {
        this.name = name;
        this.logFile = logFile;
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param environment what is added to the launcher's own environment, without what is meant for
     *     Gavel in that: a service knows its own settings only
     * @throws StackFailure if the program cannot be started
     */
    static ChildProcess start(
            Path dataDirectory,
            String name,
            List<String> command,
            Map<String, String> environment) {
        Path logFile = dataDirectory.resolve("logs").resolve(name + ".log");
        try {
            Files.createDirectories(logFile.getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(inOwnSession(command))
                            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(logFile.toFile()));
            builder.environment().keySet().removeIf(variable -> variable.startsWith(OWN_PREFIX));
            builder.environment().putAll(environment);
            Process process = builder.start();
            ProcessRecord.write(dataDirectory, name, process.toHandle());
            return new ChildProcess(name, logFile, process);
        } catch (IOException e) {
            throw new StackFailure("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private static List<String> inOwnSession(List<String> command) {
        List<String> all = new ArrayList<>();
        Programs.find("setsid").ifPresent(setsid -> all.add(setsid.toString()));
        all.addAll(command);
        return all;
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether somebody asked the process to end, with {@link #stop} or {@link #kill}. */
    boolean wasAskedToEnd() {
        return asked;
    }

    /** Completes with the exit code. */
    CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits for the process to be ready; if that fails, ends the process and fails likewise. */
    void orKill(Runnable wait) {
        try {
            wait.run();
        } catch (StackFailure e) {
            kill();
            throw e;
        }
    }

    /** The exit code of the ended process. */
    int exitCode() {
        return process.exitValue();
    }

    /** Sends a signal: {@code TERM}, {@code INT}, {@code STOP}, {@code CONT}. */
    void signal(String signal) {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackFailure("cannot send " + signal + " to " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while sending " + signal + " to " + name, e);
        }
    }

    /**
     * Asks the process to end with the signal, and ends it by force when it has not within {@code
     * grace}.
     */
    void stop(String signal, Duration grace) {
        asked = true;
        signal(signal);
        signal("CONT");
        if (!hasEndedWithin(grace)) {
            kill();
        }
    }

    /** Ends the process and those it started at once, and waits until they are gone. */
    void kill() {
        asked = true;
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        if (!Waits.within(
                "the end of " + name,
                KILL_LIMIT,
                () -> !isAlive() && all.stream().noneMatch(ProcessHandle::isAlive))) {
            throw new StackFailure(
                    name
                            + ", pid "
                            + pid()
                            + ", is still there "
                            + KILL_LIMIT.toSeconds()
                            + " s after SIGKILL");
        }
    }

    private boolean hasEndedWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** One sentence: who ended and with which exit code. */
    String obituary() {
        return name + " ended with exit code " + process.exitValue();
    }

    /** The last lines of the log and where the rest is. */
    String lastWords() {
        return tail().indent(4) + "  the whole log: " + logFile;
    }

    private String tail() {
        try (var log = Files.newByteChannel(logFile)) {
            log.position(Math.max(0, log.size() - LAST_BYTES));
            var bytes = Channels.newInputStream(log).readNBytes(LAST_BYTES);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
