package io.gavel.bidding.lots;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.contracts.lot.Rules;
import io.gavel.contracts.lot.SoftClose;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lot as everybody may see it: what was listed, without the reserve amount, and what is true now.
 *
 * @param event the newest event, its exact bytes
 */
@JsonPropertyOrder({
    "id", "seller", "title", "description", "format", "currency", "startingPrice", "increments",
            "opensAt", "softClose",
    "largeBidFactor", "ownRaise", "listedAt", "rulesHash", "version", "status", "price", "leader",
            "next", "bids",
    "closesAt", "reserve", "outcome", "hammer", "winner", "event"
})
record LotView(
        LotId id,
        AccountId seller,
        String title,
        String description,
        Format format,
        String currency,
        Money startingPrice,
        Ladder increments,
        @Nullable Instant opensAt,
        @Nullable SoftClose softClose,
        @Nullable Integer largeBidFactor,
        OwnRaise ownRaise,
        Instant listedAt,
        Sha256 rulesHash,
        long version,
        LotStatus status,
        Money price,
        @Nullable Paddle leader,
        Money next,
        int bids,
        Instant closesAt,
        ReserveStatus reserve,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CloseOutcome outcome,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money hammer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Paddle winner,
        @JsonRawValue String event) {

    static LotView of(LotRow row, byte[] newestEvent) {
        Lot.Listed lot = (Lot.Listed) row.entry().lot();
        Listing listing = lot.terms().listing();
        Rules rules = listing.rules();
        PublicState state = lot.publicState();
        Lot.Closed closed = lot instanceof Lot.Closed c ? c : null;
        return new LotView(
                row.entry().id(),
                lot.terms().seller(),
                listing.title(),
                listing.description(),
                rules.format(),
                rules.currency(),
                rules.startingPrice(),
                rules.increments(),
                rules.opensAt(),
                rules.softClose(),
                rules.largeBidFactor(),
                rules.ownRaise(),
                row.listedAt(),
                EventJson.hashOf(rules),
                row.entry().head().version(),
                state.status(),
                state.price(),
                state.leader(),
                state.next(),
                state.bids(),
                state.closesAt(),
                state.reserve(),
                closed == null ? null : closed.outcome(),
                closed == null ? null : closed.hammer(),
                closed == null ? null : closed.winner(),
                new String(newestEvent, StandardCharsets.UTF_8));
    }
}
