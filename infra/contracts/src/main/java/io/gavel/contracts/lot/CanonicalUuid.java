package io.gavel.contracts.lot;

import java.util.UUID;

/**
 * Reads UUIDs strictly: {@link UUID#fromString} also takes "1-1-1-1-1", which two writers would
 * spell differently.
 */
public final class CanonicalUuid {

    private static final int LENGTH = 36;

    private CanonicalUuid() {}

    /**
     * Reads the canonical form.
     *
     * @throws IllegalArgumentException unless the text is 8-4-4-4-12 hexadecimal digits
     */
    public static UUID parse(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("not a UUID (expected: 8-4-4-4-12 hex digits)");
        }
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not a UUID (expected: 8-4-4-4-12 hex digits)");
        }
        return uuid;
    }
}
