package io.gavel.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A certificate authority of a stack's own and what it made for {@code localhost}, by the JDK's
 * keytool.
 *
 * @param authority the authority's certificate, PEM
 * @param server the server's certificate, PEM
 * @param serverKey its private key, PKCS#8 PEM, readable by its owner only
 */
public record Certificates(Path authority, Path server, Path serverKey) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Those in the folder, made if they are not there. */
    public static Certificates in(Path folder) {
        Certificates certificates =
                new Certificates(
                        folder.resolve("ca.crt"),
                        folder.resolve("server.crt"),
                        folder.resolve("server.key"));
        try {
            if (!Files.exists(certificates.authority)) {
                Files.createDirectories(folder);
                certificates.make(folder);
            }
            return certificates;
        } catch (IOException | GeneralSecurityException e) {
            throw new StackFailure(
                    "cannot make certificates in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void make(Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("store.p12");
        Files.deleteIfExists(store);
        Path password = SecretFile.in(folder, "store-password", "");
        keytool(folder, "authority", "-dname", "CN=Gavel on this machine", "-ext", "bc=ca:true");
        keytool(
                folder,
                "server",
                "-signer",
                "authority",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1");
        char[] secret = Files.readString(password).toCharArray();
        KeyStore made = KeyStore.getInstance(store.toFile(), secret);
        ownerOnly(serverKey, Pem.of("PRIVATE KEY", made.getKey("server", secret).getEncoded()));
        Files.writeString(
                server, Pem.of("CERTIFICATE", made.getCertificate("server").getEncoded()));
        Files.writeString(
                authority, Pem.of("CERTIFICATE", made.getCertificate("authority").getEncoded()));
    }

    private static void keytool(Path folder, String alias, String... more) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(Programs.java()).resolveSibling("keytool").toString(),
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-validity",
                                "365",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                folder.resolve("store.p12").toString(),
                                "-storepass:file",
                                folder.resolve("store-password").toString()));
        command.addAll(List.of(more));
        ChildProcess keytool = ChildProcess.start(folder, "keytool", command, Map.of());
        keytool.orKill(() -> Waits.until("keytool", LIMIT, () -> !keytool.isAlive()));
        if (keytool.exitCode() != 0) {
            throw new StackFailure(keytool.obituary() + "\n" + keytool.lastWords());
        }
    }

    /** The server's key and certificate in one, as Kafka reads them. */
    String chain() throws IOException {
        return Files.readString(serverKey) + Files.readString(server);
    }

    static void ownerOnly(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content, StandardCharsets.US_ASCII);
    }
}
