package io.gavel.bidding.paging;

import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a sorted list of lots goes on: behind this one. It holds the place itself, not a number of
 * lots, so that it means the same whatever happens to the lots before it.
 *
 * @param key what the list is sorted by, of the last lot shown
 */
public record Cursor(Key key, LotId lot) {

    /**
     * Reads what {@link #text} wrote for a list sorted this way.
     *
     * @throws IllegalArgumentException if it is something else
     * @throws java.time.DateTimeException likewise
     */
    public static Cursor parse(String text, String sort, Key.Kind kind) {
        String[] parts =
                new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                        .split(" ", -1);
        if (parts.length != 3 || !parts[0].equals(sort)) {
            throw new IllegalArgumentException("of another list");
        }
        return new Cursor(kind.parse(parts[1]), LotId.parse(parts[2]));
    }

    /** For a URL; its content is nobody's business and may change. */
    public String text(String sort) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (sort + " " + key.text() + " " + lot).getBytes(StandardCharsets.UTF_8));
    }
}
