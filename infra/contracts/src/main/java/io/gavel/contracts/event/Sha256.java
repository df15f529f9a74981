package io.gavel.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest, spelled as 64 lower-case hex digits. */
public record Sha256(@JsonValue String hex) {

    private static final int DIGITS = 64;

    /** What stands as {@code prev} in a lot's first event. */
    public static final Sha256 ZERO = new Sha256("0".repeat(DIGITS));

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless it has 64 characters
     */
    @JsonCreator
    public Sha256 {
        if (hex.length() != DIGITS) {
            throw new IllegalArgumentException(
                    "a hash of " + hex.length() + " digits (expected: " + DIGITS + ")");
        }
    }

    public static Sha256 of(byte[] bytes) {
        try {
            return new Sha256(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
