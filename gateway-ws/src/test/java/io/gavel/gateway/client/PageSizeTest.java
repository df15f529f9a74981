package io.gavel.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a first visit loads of script and style, as the build made it. */
class PageSizeTest {

    private static final Path STATIC = Path.of("target/classes/static");
    private static final int MOST_BYTES = 150_000;

    @Test
    void isUnder150KilobytesCompressed() throws IOException {
        List<Path> loaded;
        try (Stream<Path> files = Files.list(STATIC)) {
            loaded = files.filter(PageSizeTest::isLoaded).toList();
        }
        assertThat(loaded)
                .extracting(file -> file.getFileName().toString())
                .contains("main.js", "main.css");
        int total = 0;
        for (Path file : loaded) {
            total += compressed(Files.readAllBytes(file));
        }
        assertThat(total).isBetween(1, MOST_BYTES);
    }

    /** The client for programs is not loaded by the page. */
    private static boolean isLoaded(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".js") || name.endsWith(".css")) && !name.equals("client.js");
    }

    private static int compressed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
