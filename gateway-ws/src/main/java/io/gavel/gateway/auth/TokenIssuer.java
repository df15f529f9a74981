package io.gavel.gateway.auth;

import io.gavel.contracts.lot.AccountId;
import io.gavel.settings.RefusedSettings;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs demo tokens. */
final class TokenIssuer {

    private final JwtEncoder encoder;
    private final Duration lifetime;

    private TokenIssuer(JwtEncoder encoder, Duration lifetime) {
        this.encoder = encoder;
        this.lifetime = lifetime;
    }

    /**
     * An issuer with this key.
     *
     * @throws RefusedSettings if it is not an RSA private key in PKCS#8 PEM
     */
    static TokenIssuer with(Resource signingKey, Duration lifetime) {
        try (InputStream pem = signingKey.getInputStream()) {
            if (RsaKeyConverters.pkcs8().convert(pem) instanceof RSAPrivateCrtKey key) {
                return new TokenIssuer(
                        NimbusJwtEncoder.withKeyPair(publicPart(key), key).build(), lifetime);
            }
        } catch (IOException e) {
            throw refused("cannot be read");
        } catch (IllegalArgumentException e) {
            throw refused("not a key");
        }
        throw refused("not a key");
    }

    /** A token that says of somebody what is given here, from now until its lifetime is over. */
    String sign(
            AccountId account,
            List<String> roles,
            boolean suspended,
            List<AccountId> linkedAccounts,
            Instant now) {
        JwtClaimsSet.Builder claims =
                JwtClaimsSet.builder()
                        .subject(account.value())
                        .claim("roles", roles)
                        .issuedAt(now)
                        .expiresAt(now.plus(lifetime));
        if (suspended) {
            claims.claim(Claims.SUSPENDED, true);
        }
        if (!linkedAccounts.isEmpty()) {
            claims.claim(
                    Claims.LINKED_ACCOUNTS, linkedAccounts.stream().map(AccountId::value).toList());
        }
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    private static RSAPublicKey publicPart(RSAPrivateCrtKey key) {
        try {
            RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw refused("not a key");
        }
    }

    private static RefusedSettings refused(String what) {
        return new RefusedSettings(
                "gavel.demo.signing-key: "
                        + what
                        + " (expected: a file with an RSA private key, PKCS#8 in PEM)");
    }
}
