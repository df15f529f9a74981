package io.gavel.bidding.receipts;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * Works out the public key of a private one. The platform does that only for a pair it makes: so it
 * is asked to make one, and its draw is the private key that is there.
 */
final class PublicHalf {

    private PublicHalf() {}

    static PublicKey of(EdECPrivateKey secret) throws GeneralSecurityException {
        byte[] bytes = bytes(secret);
        KeyPairGenerator generator = KeyPairGenerator.getInstance(SigningKey.ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Drawn(bytes));
        KeyPair pair = generator.generateKeyPair();
        if (!Arrays.equals(bytes((EdECPrivateKey) pair.getPrivate()), bytes)) {
            throw new IllegalStateException(
                    "this Java platform does not make an Ed25519 key of what is drawn (expected:"
                            + " the 32 bytes drawn are the key, RFC 8032)");
        }
        return pair.getPublic();
    }

    private static byte[] bytes(EdECPrivateKey secret) {
        return secret.getBytes()
                .orElseThrow(() -> new IllegalStateException("a key that does not show its bytes"));
    }

    private static final class Drawn extends SecureRandom {
        private final byte[] draw;

        Drawn(byte[] draw) {
            this.draw = draw.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(draw, 0, bytes, 0, bytes.length);
        }
    }
}
