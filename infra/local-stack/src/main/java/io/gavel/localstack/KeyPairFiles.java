package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * A key pair in two files.
 *
 * @param privateKey PKCS#8 PEM, readable by its owner only
 * @param publicKey X.509 PEM; where it is, both are complete
 */
public record KeyPairFiles(Path privateKey, Path publicKey) {
    /**
     * The pair {@code <name>-private.pem} and {@code <name>-public.pem}, made if it is not there.
     *
     * @param algorithm whose default size is good: 2,048 bits or more for RSA
     */
    public static KeyPairFiles in(Path folder, String name, String algorithm) throws IOException {
        KeyPairFiles files =
                new KeyPairFiles(
                        folder.resolve(name + "-private.pem"),
                        folder.resolve(name + "-public.pem"));
        if (!Files.exists(files.publicKey)) {
            files.write(pair(algorithm));
        }
        return files;
    }

    private void write(KeyPair pair) throws IOException {
        Files.deleteIfExists(privateKey);
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(privateKey, PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(privateKey, Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Path unfinished = publicKey.resolveSibling("unfinished.pem");
        Files.writeString(unfinished, Pem.of("PUBLIC KEY", pair.getPublic().getEncoded()));
        Files.move(unfinished, publicKey);
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
