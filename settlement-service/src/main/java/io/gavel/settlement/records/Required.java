package io.gavel.settlement.records;

import org.jspecify.annotations.Nullable;

/** What a message must have. */
public final class Required {

    private Required() {}

    /**
     * The value of a field.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public static <T> T field(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": missing (expected: a value)");
        }
        return value;
    }
}
