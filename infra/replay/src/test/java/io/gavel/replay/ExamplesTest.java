package io.gavel.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked examples of the documentation are what replay prints, to the byte. Run with {@code
 * -Dgolden.write=true} to write them anew after a wanted change.
 */
class ExamplesTest {

    private static final Path FOLDER = Path.of("..", "..", "docs", "examples");
    private static final String EXPECTED = ".expected.jsonl";

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl") && !name.endsWith(EXPECTED))
                    .map(name -> name.replace(".jsonl", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_comes_out_as_the_page_says(String name) throws IOException {
        Ran ran = Ran.replay("", FOLDER.resolve(name + ".jsonl").toString());
        Path expected = FOLDER.resolve(name + EXPECTED);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, ran.out());
        }

        assertThat(ran.out()).isEqualTo(Files.readString(expected));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void every_format_has_an_example_and_every_example_is_explained() throws IOException {
        assertThat(examples())
                .contains("english-proxy", "sealed", "vickrey", "dutch")
                .allSatisfy(name ->
                        assertThat(FOLDER.resolve("README.md"))
                                .content()
                                .contains("(" + name + ".jsonl)"));
    }
}
