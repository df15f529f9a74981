package io.gavel.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/**
 * The key pair that signs and checks demo tokens, made on first use.
 *
 * @param privateKey PKCS#8 PEM, readable by its owner only
 * @param publicKey X.509 PEM
 */
record DemoKeys(Path privateKey, Path publicKey) {
    private static final int BITS = 2048;
    private static final int LINE = 64;

    static DemoKeys in(Path folder) {
        DemoKeys keys =
                new DemoKeys(folder.resolve("demo-private.pem"), folder.resolve("demo-public.pem"));
        try {
            if (!Files.exists(keys.publicKey)) {
                Files.createDirectories(folder);
                keys.generate();
            }
            return keys;
        } catch (IOException e) {
            throw new StackFailure(
                    "cannot write demo keys to " + folder + ": " + e.getMessage(), e);
        }
    }

    private void generate() throws IOException {
        KeyPair pair = pair();
        Files.deleteIfExists(privateKey);
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(privateKey, PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(privateKey, pem("PRIVATE KEY", pair.getPrivate()));
        Path unfinished = publicKey.resolveSibling("unfinished.pem");
        Files.writeString(unfinished, pem("PUBLIC KEY", pair.getPublic()));
        Files.move(unfinished, publicKey);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, Key key) {
        Base64.Encoder lines =
                Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        String body = lines.encodeToString(key.getEncoded());
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }
}
