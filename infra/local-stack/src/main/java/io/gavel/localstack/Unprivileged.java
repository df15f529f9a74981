package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where the launcher is root, its programs run as {@code
 * nobody}, keeping only the right to pass folders that are root's. This needs no user namespaces,
 * so it works in containers too.
 */
final class Unprivileged {
    private static final String USER = "nobody";

    private Unprivileged() {}

    static List<String> command(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        Path setpriv =
                Programs.find("setpriv")
                        .orElseThrow(() ->
                                new StackFailure(
                                        "PostgreSQL does not run as root and there is no setpriv"
                                            + " (util-linux) to run it as another user: start Gavel"
                                            + " as an ordinary user"));
        List<String> all =
                new ArrayList<>(
                        List.of(
                                setpriv.toString(),
                                "--reuid=" + USER,
                                "--regid=65534",
                                "--clear-groups",
                                "--inh-caps=+dac_override",
                                "--ambient-caps=+dac_override",
                                "--securebits=+no_setuid_fixup"));
        all.addAll(command);
        return all;
    }

    /** Makes the folder belong to the user that {@link #command} runs programs as. */
    static void own(Path folder) throws IOException {
        if (isRoot()) {
            Folders.give(folder, USER);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
