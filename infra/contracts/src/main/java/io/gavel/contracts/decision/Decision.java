package io.gavel.contracts.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one command; private to its sender (DESIGN §4).
 *
 * @param by whose command it was
 * @param reason why it was refused; null when accepted
 * @param detail what came and what was expected, when the reason is {@code invalid}
 * @param leading whether the sender leads after it; null unless it was a bid
 * @param version of the lot after it; null when there is no such lot, as are price and next
 * @param max the sender's maximum, when this bid set it
 * @param paddle the sender's paddle, when he has one
 * @param at the command's append time
 */
@JsonPropertyOrder({
    "type",
    "id",
    "lot",
    "by",
    "outcome",
    "reason",
    "detail",
    "leading",
    "version",
    "price",
    "next",
    "max",
    "paddle",
    "at",
    "partition",
    "offset"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        CommandId id,
        LotId lot,
        AccountId by,
        DecisionOutcome outcome,
        @Nullable Reason reason,
        @Nullable String detail,
        @Nullable Boolean leading,
        @Nullable Long version,
        @Nullable Money price,
        @Nullable Money next,
        @Nullable Money max,
        @Nullable Paddle paddle,
        Instant at,
        int partition,
        long offset) {

    @JsonProperty("type")
    String type() {
        return "decision";
    }

    @Override
    public String toString() {
        return "Decision[id="
                + id
                + ", lot="
                + lot
                + ", outcome="
                + outcome
                + ", reason="
                + reason
                + "]";
    }
}
