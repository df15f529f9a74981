package io.gavel.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a first visit loads of script and style, as the build made it. */
class PageSizeTest {

    private static final Path STATIC = Path.of("target/classes/static");
    private static final int MOST_BYTES = 150_000;

    private static final Pattern IMPORTED = Pattern.compile("(?:from|import)\"\\./([^\"]+\\.js)\"");

    @Test
    void isUnder150KilobytesCompressed() throws IOException {
        Set<String> loaded = new TreeSet<>(Set.of("main.css"));
        addWithImports("main.js", loaded);
        assertThat(loaded).hasSizeGreaterThan(2);
        int total = 0;
        for (String file : loaded) {
            total += compressed(Files.readAllBytes(STATIC.resolve(file)));
        }
        assertThat(total).isBetween(1, MOST_BYTES);
    }

    /** What is only imported when somebody goes there does not count. */
    private static void addWithImports(String script, Set<String> loaded) throws IOException {
        if (loaded.add(script)) {
            Matcher imported = IMPORTED.matcher(Files.readString(STATIC.resolve(script)));
            while (imported.find()) {
                addWithImports(imported.group(1), loaded);
            }
        }
    }

    private static int compressed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
