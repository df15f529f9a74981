package io.gavel.localstack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a local stack is started with.
 *
 * @param home the repository, where the services' jars are in {@code <service>/target}
 * @param dataDirectory where everything is kept between runs; {@code .gavel} in the repository
 *     unless told otherwise
 * @param port the gateway's HTTP port; 8080 unless told otherwise, 0 for a free one
 * @param fresh whether to start with empty databases and topics and new keys; false unless told
 *     otherwise
 */
public record StackOptions(Path home, Path dataDirectory, int port, boolean fresh) {
    private static final int DEFAULT_PORT = 8080;

    /**
     * The defaults, for the repository in the system property {@code gavel.home}, or around the
     * current folder.
     *
     * @throws StackFailure if there is none
     */
    public static StackOptions defaults() {
        Path home = repository();
        return new StackOptions(home, home.resolve(".gavel"), DEFAULT_PORT, false);
    }

    private static Path repository() {
        String told = System.getProperty("gavel.home");
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = told == null ? here : Path.of(told);
                folder != null;
                folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("bidding-service"))
                    && Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new StackFailure(here + " is not inside of a Gavel repository");
    }

    public StackOptions withDataDirectory(Path directory) {
        return new StackOptions(home, directory, port, fresh);
    }

    public StackOptions withPort(int newPort) {
        return new StackOptions(home, dataDirectory, newPort, fresh);
    }

    public StackOptions withFresh(boolean newFresh) {
        return new StackOptions(home, dataDirectory, port, newFresh);
    }
}
