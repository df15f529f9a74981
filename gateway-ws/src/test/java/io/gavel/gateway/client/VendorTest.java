package io.gavel.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.event.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others wrote is as they published it. */
class VendorTest {

    private static final Path VENDOR = Path.of("src/main/web/vendor");
    private static final Pattern LISTED = Pattern.compile("\\| \\[(\\w+)].*`([0-9a-f]{64})` \\|");

    @Test
    void librariesAreUnchangedAndCarryTheirLicence() throws IOException {
        Map<String, String> listed =
                LISTED.matcher(Files.readString(VENDOR.resolve("README.md")))
                        .results()
                        .collect(Collectors.toMap(one -> one.group(1), one -> one.group(2)));
        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> libraries = Files.list(VENDOR).filter(Files::isDirectory)) {
            for (Path library : libraries.toList()) {
                byte[] script = Files.readAllBytes(library.resolve("index.js"));
                kept.put(library.getFileName().toString(), Sha256.of(script).hex());
                assertThat(library.resolve("LICENSE.md")).exists();
            }
        }
        assertThat(kept).isNotEmpty().isEqualTo(listed);
    }
}
