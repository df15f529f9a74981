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
        if (!isCanonical(text)) {
            throw new IllegalArgumentException("not a UUID (expected: 8-4-4-4-12 hex digits)");
        }
        return UUID.fromString(text);
    }

    private static boolean isCanonical(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean fits = isDashPlace(i) ? c == '-' : isHexDigit(c);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDashPlace(int index) {
        return index == 8 || index == 13 || index == 18 || index == 23;
    }

    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
