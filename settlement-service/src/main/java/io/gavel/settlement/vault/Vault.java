package io.gavel.settlement.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.settlement.payment.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM. What is sealed belongs to a place, such as the id of its row, and
 * does not open in another. The first key seals, each opens: so keys can be changed.
 */
public final class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random;

    /**
     * Takes its keys; with none it is closed.
     *
     * @throws IllegalArgumentException if one is not 32 bytes in base64
     */
    public Vault(List<Secret> keys, SecureRandom random) {
        this.keys = keys.stream().map(Vault::key).toList();
        this.random = random;
    }

    private static SecretKeySpec key(Secret secret) {
        byte[] key = decoded(secret);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key: " + key.length + " bytes (expected: " + KEY_BYTES + " in base64)");
        }
        return new SecretKeySpec(key, "AES");
    }

    /** The decoder would say what it stumbled over. */
    private static byte[] decoded(Secret secret) {
        try {
            return Base64.getDecoder().decode(secret.value());
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "key: not base64 (expected: " + KEY_BYTES + " bytes in base64)");
        }
    }

    public boolean isClosed() {
        return keys.isEmpty();
    }

    /**
     * The text, as it may be kept.
     *
     * @throws IllegalStateException if there is no key
     */
    public String seal(String text, String place) {
        if (isClosed()) {
            throw new IllegalStateException("no key (expected: gavel.webhook.keys)");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, place)
                            .doFinal(text.getBytes(UTF_8));
            return Base64.getEncoder()
                    .encodeToString(
                            ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /**
     * What was sealed for this place.
     *
     * @throws IllegalStateException if no key opens it
     */
    public String open(String sealed, String place) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(bytes).get(nonce);
        for (SecretKeySpec key : keys) {
            try {
                return new String(
                        cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                                .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES),
                        UTF_8);
            } catch (GeneralSecurityException _) {
                // Another key may open it.
            }
        }
        throw new IllegalStateException("none of the " + keys.size() + " keys opens it");
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }
}
