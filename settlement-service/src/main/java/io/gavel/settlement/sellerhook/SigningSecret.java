package io.gavel.settlement.sellerhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an endpoint's webhooks are signed with: HMAC-SHA256 over {@code id.timestamp.body}, written
 * {@code v1,<base64>}, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it.
 * It is never part of a message, a log or an error.
 */
final class SigningSecret {

    /** The specification asks for 24 to 64. */
    static final int BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /** Of {@link #BYTES} drawn by chance. */
    static SigningSecret of(byte[] drawn) {
        return new SigningSecret(drawn.clone());
    }

    /**
     * Reads what {@link #text} gave.
     *
     * @throws IllegalArgumentException if it is not {@code whsec_} and base64
     */
    static SigningSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("secret: not shown (expected: whsec_ and base64)");
        }
        return new SigningSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /** As its owner gets it. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * The header {@code webhook-signature}: one signature a secret, so that a receiver who knows
     * one of them is content.
     *
     * @param at of this attempt; in whole seconds
     */
    static String header(List<SigningSecret> secrets, String id, Instant at, byte[] body) {
        byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + secret.sign(head, body))
                .collect(Collectors.joining(" "));
    }

    private String sign(byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
