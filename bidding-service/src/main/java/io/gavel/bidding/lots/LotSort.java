package io.gavel.bidding.lots;

import io.gavel.bidding.paging.Key;

/** How a list of lots is sorted; lots that are equal in it, by their ids. */
enum LotSort {
    /** Those ending soonest first. */
    CLOSING("closing", "closes_at", Key.Kind.TIME, false, false),
    CLOSING_LAST("-closing", "closes_at", Key.Kind.TIME, true, false),
    NEWEST("newest", "listed_at", Key.Kind.TIME, true, false),
    PRICE("price", "price", Key.Kind.NUMBER, false, true),
    PRICE_DOWN("-price", "price", Key.Kind.NUMBER, true, true),
    /** Those with most bids first. */
    BIDS("bids", "bids", Key.Kind.NUMBER, true, true),
    /** Those that fit the words searched for best first. */
    RELEVANCE("relevance", "rank", Key.Kind.RANK, true, true);

    private final String word;
    private final String column;
    private final Key.Kind kind;
    private final boolean descending;
    private final boolean gathers;

    LotSort(String word, String column, Key.Kind kind, boolean descending, boolean gathers) {
        this.word = word;
        this.column = column;
        this.kind = kind;
        this.descending = descending;
        this.gathers = gathers;
    }

    String word() {
        return word;
    }

    String column() {
        return column;
    }

    Key.Kind kind() {
        return kind;
    }

    boolean isDescending() {
        return descending;
    }

    /**
     * Whether the lots must be gathered before they can be sorted: no index is in this order, since
     * keeping one would cost every bid.
     */
    boolean gathers() {
        return gathers;
    }
}
