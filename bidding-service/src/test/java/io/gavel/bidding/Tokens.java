package io.gavel.bidding;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Signs tokens with a key made for this run. */
public final class Tokens {

    private static final KeyPair KNOWN = newKey();
    private static final Path PUBLIC_KEY = write(KNOWN);

    private Tokens() {}

    public static String of(String account, String... roles) {
        return sign(KNOWN, account, Instant.now().plusSeconds(600), roles);
    }

    static String publicKeyLocation() {
        return PUBLIC_KEY.toUri().toString();
    }

    private static String sign(KeyPair key, String account, Instant expires, String... roles) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader(JWSAlgorithm.RS256),
                            new JWTClaimsSet.Builder()
                                    .subject(account)
                                    .claim("roles", List.of(roles))
                                    .expirationTime(Date.from(expires))
                                    .build());
            token.sign(new RSASSASigner(key.getPrivate()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(KeyPair key) {
        try {
            Path file = Files.createTempFile("gavel-token-key", ".pem");
            file.toFile().deleteOnExit();
            String body =
                    Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(key.getPublic().getEncoded());
            return Files.writeString(
                    file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
