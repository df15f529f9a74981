package io.gavel.bidding.lots;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which lots, and how many of them.
 *
 * @param status null means any
 * @param seller null means any
 * @param limit 1 to {@value #MAX_LIMIT}
 */
record LotQuery(@Nullable String status, @Nullable String seller, Cursor after, int limit) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    private static final Set<String> STATUSES = Set.of("scheduled", "open", "closed");

    /**
     * Checks the query.
     *
     * @throws IllegalArgumentException if the status is unknown or the limit out of bounds
     */
    LotQuery {
        if (status != null && !STATUSES.contains(status)) {
            throw new IllegalArgumentException(
                    "status: " + status + " (expected: scheduled, open or closed)");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit: " + limit + " (expected: 1 to " + MAX_LIMIT + ")");
        }
    }
}
