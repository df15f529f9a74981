package io.gavel.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.testkit.Deno;
import io.gavel.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * TypeScript's compiler finds nothing wrong in the page, the client and the example, and {@code
 * /client.d.ts} is what it makes of the client.
 */
class ClientTypesTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path MADE = MODULE.resolve("target/client.d.ts");
    private static final Path SERVED = MODULE.resolve("src/main/web/public/client.d.ts");

    @Test
    void are_checked_and_published() throws IOException {
        Program.Ran ran =
                Deno.ofTheBuild(MODULE)
                        .run(
                                MODULE,
                                "run",
                                "--allow-read",
                                "--allow-write=target",
                                "--allow-env",
                                "--node-modules-dir=manual",
                                "src/test/web/declarations.mjs",
                                MODULE.toString(),
                                MADE.toString());

        assertThat(ran.output()).as("what the compiler says").isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(SERVED)
                .as("the client has changed: cp %s %s", MADE, SERVED)
                .hasSameTextualContentAs(MADE);
    }

    @Test
    void name_what_the_module_has() throws IOException {
        Program.Ran ran =
                Deno.ofTheBuild(MODULE)
                        .run(
                                MODULE.resolve("target/classes/static"),
                                "eval",
                                "console.log(Object.keys(await import('./client.js')).join())");

        List<String> values =
                Pattern.compile("^  (\\w+),$", Pattern.MULTILINE)
                        .matcher(Files.readString(SERVED))
                        .results()
                        .map(result -> result.group(1))
                        .toList();
        assertThat(ran.output().strip()).isEqualTo(String.join(",", values));
    }
}
