package io.gavel.bidding.store;

import io.gavel.bidding.auction.Hand;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.r2dbc.spi.Readable;
import java.util.UUID;

/** A row of {@code bidder} on a lot that keeps all bids. */
public record HandRow(LotId lot, Hand hand) {

    /** The columns that {@link #of} reads. */
    public static final String COLUMNS = "lot, hand";

    private static final byte[] NONE = {};

    public static HandRow of(Readable row) {
        return new HandRow(
                new LotId(LotRow.column(row, "lot", UUID.class)),
                Json.read(LotRow.bytes(row, "hand"), Hand.class));
    }

    /** The bytes for the column {@code hand}; none where no bid needs to be kept. */
    public static byte[] column(Hand hand) {
        return hand.bids().isEmpty() ? NONE : Json.bytes(hand);
    }
}
