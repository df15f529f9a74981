package io.gavel.bidding.receipts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.springframework.core.io.Resource;

/** The private Ed25519 key that receipts are signed with; never shown. */
final class SigningKey {

    static final String ALGORITHM = "Ed25519";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey secret;
    private final VerificationKey verification;

    private SigningKey(PrivateKey secret, VerificationKey verification) {
        this.secret = secret;
        this.verification = verification;
    }

    /**
     * Reads a PEM.
     *
     * @throws UnusableKey if it is something else
     */
    static SigningKey read(Resource from) {
        byte[] encoded = Pem.PRIVATE.read(from);
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            PrivateKey secret = keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new SigningKey(
                    secret, VerificationKey.of(PublicHalf.of((EdECPrivateKey) secret)));
        } catch (InvalidKeySpecException e) {
            throw Pem.PRIVATE.unusable(from, "is another kind of key");
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    VerificationKey verification() {
        return verification;
    }

    /**
     * A compact JWS (RFC 7515); the same bytes for the same content, since Ed25519 draws nothing.
     *
     * @param header its JSON
     */
    String jws(String header, byte[] payload) {
        String signed =
                BASE64URL.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + BASE64URL.encodeToString(payload);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java platform from 15 on has " + ALGORITHM, e);
    }

    @Override
    public String toString() {
        return "SigningKey[kid=" + verification.kid() + "]";
    }
}
