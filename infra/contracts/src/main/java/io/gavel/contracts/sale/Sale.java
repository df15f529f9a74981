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
 * @param hammer and winner, buyer: there when sold
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
    "seller"
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
        AccountId seller) {

    @JsonProperty("type")
    String type() {
        return "sale";
    }
}
