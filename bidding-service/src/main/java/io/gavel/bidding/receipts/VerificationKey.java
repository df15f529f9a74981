package io.gavel.bidding.receipts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.Resource;

/**
 * A public Ed25519 key that receipts are checked with.
 *
 * @param kid its thumbprint (RFC 7638)
 * @param x the key as RFC 8037 spells it
 */
record VerificationKey(String kid, String x) {

    private static final int X_BYTES = 32;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** The last bytes of what a public key is encoded as are the key. */
    static VerificationKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] bytes = Arrays.copyOfRange(encoded, encoded.length - X_BYTES, encoded.length);
        String x = BASE64URL.encodeToString(bytes);
        return new VerificationKey(thumbprint(x), x);
    }

    /**
     * Reads a PEM.
     *
     * @throws UnusableKey if it is something else
     */
    static VerificationKey read(Resource from) {
        byte[] encoded = Pem.PUBLIC.read(from);
        try {
            KeyFactory keys = KeyFactory.getInstance(SigningKey.ALGORITHM);
            return of(keys.generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (InvalidKeySpecException e) {
            throw Pem.PUBLIC.unusable(from, "is another kind of key");
        } catch (GeneralSecurityException e) {
            throw SigningKey.missing(e);
        }
    }

    /** As a member of a JWK set (RFC 7517). */
    Map<String, String> jwk() {
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("use", "sig");
        jwk.put("alg", "EdDSA");
        jwk.put("kid", kid);
        jwk.put("x", x);
        return jwk;
    }

    private static String thumbprint(String x) {
        String needed = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return BASE64URL.encodeToString(
                    sha256.digest(needed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
