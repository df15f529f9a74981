package io.gavel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    /** Above the largest process id of Linux. */
    private static final String NOBODY = "run-5000000";

    @TempDir Path parent;

    @Test
    void a_run_leaves_nothing_behind() throws IOException {
        Path path;
        try (RunFolder folder = RunFolder.in(parent)) {
            path = folder.path();
            Files.createDirectories(path.resolve("postgres/cluster"));
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void what_a_killed_run_left_is_deleted_and_nothing_else() throws IOException {
        Path leftover = Files.createDirectories(parent.resolve(NOBODY).resolve("kafka"));
        Path running = Files.createDirectory(parent.resolve("run-" + parentOfThisProcess()));
        Path classes = Files.createDirectory(parent.resolve("classes"));
        try (RunFolder _ = RunFolder.in(parent)) {
            assertThat(leftover.getParent()).doesNotExist();
            assertThat(running).exists();
            assertThat(classes).exists();
        }
    }

    private static long parentOfThisProcess() {
        return ProcessHandle.current().parent().orElseThrow().pid();
    }
}
