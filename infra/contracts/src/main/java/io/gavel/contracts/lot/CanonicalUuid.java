package io.gavel.contracts.lot;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads UUIDs strictly: {@link UUID#fromString} also takes "1-1-1-1-1", which two writers would
 * spell differently.
 */
public final class CanonicalUuid {

    private static final Pattern FORM =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private CanonicalUuid() {}

    /**
     * Reads the canonical form.
     *
     * @throws IllegalArgumentException unless the text is 8-4-4-4-12 hexadecimal digits
     */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID (expected: 8-4-4-4-12 hex digits)");
        }
        return UUID.fromString(text);
    }
}
