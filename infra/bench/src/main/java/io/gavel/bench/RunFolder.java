package io.gavel.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the servers of one run keep their data: on the disk the repository is on, since a folder
 * for temporary files may be memory. Named after the run's process, so that the next run can delete
 * what one that was killed has left.
 *
 * @param path there, empty at first
 */
record RunFolder(Path path) implements AutoCloseable {

    private static final String PREFIX = "run-";

    static RunFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        deleteLeftovers(parent);
        Path mine = parent.resolve(PREFIX + ProcessHandle.current().pid());
        delete(mine);
        return new RunFolder(Files.createDirectory(mine));
    }

    private static void deleteLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path run : runs) {
                String pid = run.getFileName().toString().substring(PREFIX.length());
                if (pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    delete(run);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }
}
