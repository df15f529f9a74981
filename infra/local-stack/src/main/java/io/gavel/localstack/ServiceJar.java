package io.gavel.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A service as the build leaves it: its executable jar, and beside it the same taken apart with an
 * AOT cache (ADR 31), unless the build was told to make none.
 */
record ServiceJar(Path target, String service) {

    /** What of a JVM's command line says which program it runs. */
    List<String> command() {
        Path cache = target.resolve("extracted").resolve("service.aot");
        if (Files.exists(cache)) {
            return List.of(
                    "-XX:AOTCache=" + cache,
                    "--enable-native-access=ALL-UNNAMED",
                    "-jar",
                    cache.resolveSibling("service.jar").toString());
        }
        Path jar = target.resolve(service + "-exec.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(jar + " is not there: build it with ./mvnw package");
        }
        return List.of("-jar", jar.toString());
    }
}
