package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * What stays on disk about a running process of the stack, so that the next start can end it if its
 * launcher was killed.
 *
 * @param pid process id
 * @param startedAt when the system says that the process started
 */
record ProcessRecord(long pid, Instant startedAt) {
    /** Systems compute start times from the boot time, which is corrected now and then. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(3);

    private static final Duration TO_END = Duration.ofSeconds(10);

    static Path file(Path dataDirectory, String name) {
        return dataDirectory.resolve("processes").resolve(name);
    }

    static void write(Path dataDirectory, String name, ProcessHandle process) throws IOException {
        Path file = file(dataDirectory, name);
        Files.createDirectories(file.getParent());
        Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        Files.writeString(file, process.pid() + "\n" + startedAt + "\n");
    }

    /**
     * Ends the recorded process if it still is the one that was started for this data directory:
     * same pid, same start time and the data directory in its command line.
     */
    static void endLeftover(Path dataDirectory, String name) {
        read(file(dataDirectory, name))
                .flatMap(record -> record.process(dataDirectory))
                .ifPresent(leftover -> {
                    leftover.descendants().forEach(ProcessHandle::destroyForcibly);
                    leftover.destroyForcibly();
                    Waits.until(
                            "the end of an earlier " + name + ", pid " + leftover.pid(),
                            TO_END,
                            () -> !leftover.isAlive());
                });
    }

    /** The names of all processes recorded for the data directory. */
    static List<String> names(Path dataDirectory) {
        Path directory = dataDirectory.resolve("processes");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new StackFailure("cannot read " + directory, e);
        }
    }

    private Optional<ProcessHandle> process(Path dataDirectory) {
        return ProcessHandle.of(pid)
                .filter(process -> {
                    ProcessHandle.Info info = process.info();
                    boolean sameStart =
                            info.startInstant()
                                    .map(start ->
                                            Duration.between(start, startedAt)
                                                            .abs()
                                                            .compareTo(CLOCK_CORRECTION)
                                                    < 0)
                                    .orElse(false);
                    return sameStart
                            && info.commandLine().orElse("").contains(dataDirectory.toString());
                });
    }

    private static Optional<ProcessRecord> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(
                    new ProcessRecord(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1))));
        } catch (IOException
                | NumberFormatException
                | DateTimeParseException
                | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
