package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** 32 bytes drawn by chance, in base64 in a file that its owner only may read. */
record SealingKey(Path file) {
    private static final int BYTES = 32;

    /** The key {@code <name>.key}, made if it is not there. */
    static SealingKey in(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".key");
        if (!Files.exists(file)) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Path unfinished = folder.resolve(name + ".unfinished");
            Files.deleteIfExists(unfinished);
            Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(ownerOnly));
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(key));
            Files.move(unfinished, file);
        }
        return new SealingKey(file);
    }
}
