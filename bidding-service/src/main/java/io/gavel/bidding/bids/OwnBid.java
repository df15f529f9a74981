package io.gavel.bidding.bids;

import static io.gavel.bidding.store.LotRow.column;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;

/**
 * How somebody stands on a lot he has bid on.
 *
 * @param max his highest maximum; for his eyes only
 */
@JsonPropertyOrder({
    "lot",
    "title",
    "currency",
    "paddle",
    "max",
    "standing",
    "status",
    "price",
    "next",
    "closesAt"
})
record OwnBid(
        LotId lot,
        String title,
        String currency,
        Paddle paddle,
        Money max,
        Standing standing,
        LotStatus status,
        Money price,
        Money next,
        Instant closesAt) {

    /** Where a bidder is on a lot; the words are those of {@code OwnBids}' statement. */
    enum Standing {
        /** Nobody may know yet: a sealed bid, or one that waits for the opening. */
        PLACED("placed"),
        LEADING("leading"),
        OUTBID("outbid"),
        WON("won"),
        LOST("lost");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        @JsonValue
        String word() {
            return word;
        }

        static Standing of(String word) {
            return Arrays.stream(values())
                    .filter(standing -> standing.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(word));
        }
    }

    static OwnBid of(Readable row, Instant now) {
        Lot.Listed lot = LotRow.of(row).lot();
        PublicState state = lot.publicState(now);
        return new OwnBid(
                lot.terms().lot(),
                lot.terms().listing().title(),
                lot.terms().rules().currency(),
                new Paddle(column(row, "paddle", Integer.class)),
                new Money(column(row, "highest", Long.class)),
                Standing.of(column(row, "standing", String.class)),
                state.status(),
                state.price(),
                state.next(),
                state.closesAt());
    }
}
