package io.gavel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentTest {
    @Test
    void theRepositoryIsFoundFromAnyOfItsFolders() {
        Path home = Development.home(Path.of("").toAbsolutePath());
        assertThat(home.resolve("gavel")).isRegularFile();
        assertThat(Development.home(home)).isEqualTo(home);
    }

    @Test
    void elsewhereItIsNotFound(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> Development.home(elsewhere))
                .hasMessage(
                        "working directory: "
                                + elsewhere
                                + " (expected: one in Gavel's repository)");
    }

    /** The images that compose names are those of the tests. */
    @Test
    void composeAndTestsHaveTheSameImages() throws Exception {
        Path home = Development.home(Path.of("").toAbsolutePath());
        String compose = Files.readString(home.resolve("infra/docker/dev-compose.yaml"));
        for (ServerImage image : ServerImage.values()) {
            assertThat(compose).contains(":-" + image.chosen().asCanonicalNameString() + "}");
        }
    }
}
