package io.gavel.bidding.bids;

import io.gavel.bidding.bids.OwnBid.Standing;
import io.gavel.bidding.paging.Cursor;
import io.gavel.bidding.paging.Key;
import io.gavel.bidding.paging.Parameters;
import io.gavel.contracts.lot.LotStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of one's bids, those on lots ending last first. Null means any.
 *
 * @param after null means from the beginning
 * @param limit 1 to {@value #MAX_LIMIT}
 */
record OwnBidsQuery(
        @Nullable Standing standing,
        @Nullable LotStatus status,
        @Nullable Cursor after,
        int limit) {

    /** The name of their only order. */
    static final String SORT = "-closing";

    private static final int MAX_LIMIT = 200;
    private static final int DEFAULT_LIMIT = 50;

    static OwnBidsQuery of(Parameters asked) {
        return new OwnBidsQuery(
                asked.oneOf("standing", List.of(Standing.values()), Standing::word),
                asked.oneOf("status", List.of(LotStatus.values()), LotStatus::word),
                asked.read(
                        "cursor",
                        "the cursor of the page before",
                        text -> Cursor.parse(text, SORT, Key.Kind.TIME)),
                (int) asked.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
    }
}
