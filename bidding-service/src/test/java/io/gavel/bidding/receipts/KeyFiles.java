package io.gavel.bidding.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A key pair with its two PEM files. */
record KeyFiles(KeyPair pair, Path privatePem, Path publicPem) {

    static KeyFiles in(Path folder, String name, String algorithm) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            return new KeyFiles(
                    pair,
                    Files.writeString(
                            folder.resolve(name + ".pem"), pem("PRIVATE KEY", pair.getPrivate())),
                    Files.writeString(
                            folder.resolve(name + "-public.pem"),
                            pem("PUBLIC KEY", pair.getPublic())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pem(String label, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
