package io.gavel.bidding.log;

import io.gavel.bidding.auction.Lot;
import io.gavel.contracts.lot.LotId;

/** A lot and the end of its log: all that the next decision on it needs. */
public record LotEntry(LotId id, Lot lot, LogHead head) {

    /** Nothing has happened to this lot. */
    public static LotEntry unlisted(LotId id) {
        return new LotEntry(id, new Lot.Unlisted(), LogHead.EMPTY);
    }
}
