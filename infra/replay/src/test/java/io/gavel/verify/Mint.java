package io.gavel.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Signs receipts, as the house does. */
record Mint(KeyPair keys) {

    static final String KEY_ID = "key-1";
    static final String HEADER =
            "{\"alg\":\"EdDSA\",\"kid\":\"" + KEY_ID + "\",\"typ\":\"gavel-receipt+jwt\"}";

    static Mint fresh() throws GeneralSecurityException {
        return new Mint(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    /** Its public key among others, as a JWKS. */
    String jwks() {
        byte[] x509 = keys.getPublic().getEncoded();
        String x = base64(Arrays.copyOfRange(x509, x509.length - 32, x509.length));
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"other\",\"n\":\"AQAB\",\"e\":\"AQAB\"},"
                + "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"sig\",\"kid\":\""
                + KEY_ID
                + "\",\"x\":\""
                + x
                + "\"}]}";
    }

    String sign(String header, String payload) throws GeneralSecurityException {
        String signed = base64(header.getBytes(UTF_8)) + "." + base64(payload.getBytes(UTF_8));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(UTF_8));
        return signed + "." + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
