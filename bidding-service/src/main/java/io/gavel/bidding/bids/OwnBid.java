package io.gavel.bidding.bids;

import static io.gavel.bidding.store.LotRow.column;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.SealedBidding;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import io.r2dbc.spi.Readable;
import java.time.Instant;

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
        Money price,
        Money next,
        Instant closesAt) {

    static final String SELECT =
            """
            select l.lot, l.seller, l.listing, l.listed_at, l.version, l.head, l.state, b.paddle, b.highest
            from bidder b join lot l on l.lot = b.lot
            where b.account = :account
            order by l.closes_at desc, l.lot limit :limit\
            """;

    /** Where a bidder is on a lot. */
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
    }

    static OwnBid of(Readable row, Instant now) {
        Lot.Listed lot = LotRow.of(row).lot();
        PublicState state = lot.publicState(now);
        Paddle paddle = new Paddle(column(row, "paddle", Integer.class));
        return new OwnBid(
                lot.terms().lot(),
                lot.terms().listing().title(),
                lot.terms().rules().currency(),
                paddle,
                new Money(column(row, "highest", Long.class)),
                standing(lot, state, paddle),
                state.price(),
                state.next(),
                state.closesAt());
    }

    private static Standing standing(Lot.Listed lot, PublicState state, Paddle paddle) {
        return switch (lot) {
            case Lot.Closed closed -> paddle.equals(closed.winner()) ? Standing.WON : Standing.LOST;
            case Lot.Opened opened when opened.bidding() instanceof SealedBidding ->
                    Standing.PLACED;
            case Lot.Open _, Lot.Paused _ ->
                    paddle.equals(state.leader()) ? Standing.LEADING : Standing.OUTBID;
            case Lot.Scheduled _ -> Standing.PLACED;
        };
    }
}
