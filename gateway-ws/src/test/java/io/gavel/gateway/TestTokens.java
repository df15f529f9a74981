package io.gavel.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** A key pair of the tests, and tokens signed with it. */
public final class TestTokens {

    private final KeyPair pair = pair();

    public String token(String account, Duration lifetime, String... roles) {
        return sign(pair, account, lifetime, Map.of(), roles);
    }

    /** A token that says more than who somebody is. */
    public String token(String account, Map<String, Object> claims, String... roles) {
        return sign(pair, account, Duration.ofHours(1), claims, roles);
    }

    /** A token signed by somebody else. */
    public String forged(String account, String... roles) {
        return sign(pair(), account, Duration.ofHours(1), Map.of(), roles);
    }

    String privateKey() {
        return file("PRIVATE KEY", pair.getPrivate());
    }

    String publicKey() {
        return file("PUBLIC KEY", pair.getPublic());
    }

    private static String sign(
            KeyPair pair,
            String account,
            Duration lifetime,
            Map<String, Object> more,
            String... roles) {
        Instant end = Instant.now().plus(lifetime);
        JwtClaimsSet claims =
                JwtClaimsSet.builder()
                        .claims(all -> all.putAll(more))
                        .subject(account)
                        .claim("roles", List.of(roles))
                        .issuedAt(end.minus(Duration.ofDays(1)))
                        .expiresAt(end)
                        .build();
        return NimbusJwtEncoder.withKeyPair(
                        (RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate())
                .build()
                .encode(
                        JwtEncoderParameters.from(
                                JwsHeader.with(SignatureAlgorithm.RS256).build(), claims))
                .getTokenValue();
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String kind, Key key) {
        try {
            Path file = Files.createTempFile("gavel-test", ".pem");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file,
                    "-----BEGIN "
                            + kind
                            + "-----\n"
                            + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                            + "\n-----END "
                            + kind
                            + "-----\n");
            return file.toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
