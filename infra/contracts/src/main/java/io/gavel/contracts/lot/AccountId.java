package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Who acts: the subject of a token. Never public for a bidder; the public sees a {@link Paddle}.
 */
public record AccountId(@JsonValue String value) {

    private static final int MAX_LENGTH = 128;
    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:@|+-]{0,127}");

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless it has 1 to 128 characters: letters, digits and
     *     {@code ._:@|+-}, beginning with a letter or digit
     */
    @JsonCreator
    public AccountId {
        if (!isPlain(value) && !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not an account (expected: 1 to 128 letters, digits or ._:@|+-, a letter or"
                            + " digit first)");
        }
    }

    /** Short of letters and digits of ASCII alone, as nearly all are: no pattern needed. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return value;
    }
}
