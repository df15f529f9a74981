package io.gavel.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs TypeScript and JavaScript: the Deno that the gateway's build brings along to bundle the
 * page, so that nothing has to be installed.
 */
public final class Deno {

    private final Path program;
    private final Path cache;

    private Deno(Path program, Path cache) {
        this.program = program;
        this.cache = cache;
    }

    /**
     * The one of the gateway's build.
     *
     * @param gateway the folder of the module
     * @throws IllegalStateException if that was not built
     */
    public static Deno ofTheBuild(Path gateway) {
        Path home = gateway.toAbsolutePath().normalize();
        Path installed = home.resolve("target/web/node_modules/@deno");
        try (Stream<Path> found = Files.find(installed, 2, (file, _) -> isDeno(file))) {
            Path program = found.findFirst().orElseThrow(() -> missing(installed, null));
            return new Deno(program, home.resolve("target/deno"));
        } catch (IOException e) {
            throw missing(installed, e);
        }
    }

    private static boolean isDeno(Path file) {
        String name = file.getFileName().toString();
        return name.equals("deno") || name.equals("deno.exe");
    }

    private static IllegalStateException missing(Path installed, @Nullable IOException cause) {
        String message = ": no deno (expected: that of esbuild-maven-plugin; build gateway-ws)";
        return new IllegalStateException(installed + message, cause);
    }

    /** Runs it in a folder to its end; it fetches no program from anywhere. */
    public Program.Ran run(Path folder, String subcommand, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString(), subcommand));
        command.addAll(List.of("--no-remote", "--no-config"));
        command.addAll(List.of(arguments));
        Map<String, String> environment =
                Map.of(
                        "DENO_DIR", cache.toString(),
                        "DENO_NO_UPDATE_CHECK", "1",
                        "NO_COLOR", "1");
        return Program.run(folder, environment, command);
    }
}
