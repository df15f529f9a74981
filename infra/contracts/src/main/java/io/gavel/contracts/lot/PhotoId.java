package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a photo by what it shows: the lower-case hex SHA-256 of its large version's bytes, so that
 * whoever names it says which picture he means (ADR 21).
 */
public record PhotoId(@JsonValue String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless it has 64 lower-case hex digits
     */
    @JsonCreator
    public PhotoId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "not a photo's id (expected: 64 lower-case hex digits)");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
