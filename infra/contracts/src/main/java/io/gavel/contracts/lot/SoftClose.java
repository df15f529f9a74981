package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A bid that changes price or leader within {@code window} before the end moves the end to at least
 * {@code extension} after the bid (RULES, "Soft close").
 *
 * @param window how long before the end a bid extends; 1 second to 24 hours
 * @param extension the least time left after such a bid; 1 second to 24 hours
 * @param maxExtension how far the end may move in total, or null for no limit; at least {@code
 *     extension}
 */
@JsonPropertyOrder({"window", "extension", "maxExtension"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SoftClose(Duration window, Duration extension, @Nullable Duration maxExtension) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofHours(24);

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException if a duration is out of its bounds
     */
    public SoftClose {
        requireWithin("window", window, LEAST, MOST);
        requireWithin("extension", extension, LEAST, MOST);
        if (maxExtension != null) {
            requireWithin("maxExtension", maxExtension, extension, Duration.ofDays(366));
        }
    }

    private static void requireWithin(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
    }
}
