package io.gavel.contracts.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The present state of a lot's sale, private: it says who buyer and seller are.
 *
 * @param version of the lot's {@code closed} event
 * @param at when the hammer fell
 * @param hammer and winner: there when the hammer fell to somebody, whatever followed
 * @param buyer who owes or has paid; a defaulter until the lot is offered to another
 * @param offer there from a second-chance offer on, until it is declined or ends
 */
@JsonPropertyOrder({
    "type",
    "lot",
    "version",
    "title",
    "outcome",
    "state",
    "hammer",
    "winner",
    "currency",
    "at",
    "buyer",
    "seller",
    "offer"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sale(
        LotId lot,
        long version,
        String title,
        CloseOutcome outcome,
        SaleState state,
        @Nullable Money hammer,
        @Nullable Paddle winner,
        String currency,
        Instant at,
        @Nullable AccountId buyer,
        AccountId seller,
        @Nullable SaleOffer offer) {

    /** A sale that was not offered to an underbidder. */
    public Sale(
            LotId lot,
            long version,
            String title,
            CloseOutcome outcome,
            SaleState state,
            @Nullable Money hammer,
            @Nullable Paddle winner,
            String currency,
            Instant at,
            @Nullable AccountId buyer,
            AccountId seller) {
        this(
                lot, version, title, outcome, state, hammer, winner, currency, at, buyer, seller,
                null);
    }

    @JsonProperty("type")
    String type() {
        return "sale";
    }
}
