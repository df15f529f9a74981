package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders with everything in them. */
final class Folders {
    private Folders() {}

    /** Deletes the folder and all that is in it; links are deleted, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path path : contents(folder).reversed()) {
            Files.deleteIfExists(path);
        }
    }

    /** Gives the folder and all that is in it to another user. */
    static void give(Path folder, String user) throws IOException {
        var owner =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        for (Path path : contents(folder)) {
            Files.setOwner(path, owner);
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
