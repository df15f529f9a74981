package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets in files that only their owner may read. */
final class SecretFile {
    private static final int BYTES = 24;

    private SecretFile() {}

    /** The file of that name: {@code prefix} and chance in base64, made if it is not there. */
    static Path in(Path folder, String name, String prefix) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] chance = new byte[BYTES];
            new SecureRandom().nextBytes(chance);
            Path unfinished = folder.resolve("unfinished-" + name);
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, prefix + Base64.getEncoder().encodeToString(chance));
            Files.move(unfinished, file);
        }
        return file;
    }
}
