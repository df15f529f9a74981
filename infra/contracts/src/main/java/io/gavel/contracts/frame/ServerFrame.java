package io.gavel.contracts.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.sale.SaleState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the server says about the connection and to one person (DESIGN §5). Frames that carry events
 * or decisions are made from their exact bytes by {@link RawFrames}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonInclude(Include.NON_NULL)
public sealed interface ServerFrame {

    /** The first frame of each connection. */
    @JsonTypeName("welcome")
    @JsonPropertyOrder({"session", "serverTime", "heartbeatSeconds", "limits"})
    record Welcome(String session, Instant serverTime, long heartbeatSeconds, Limits limits)
            implements ServerFrame {}

    /** What one connection may do. */
    @JsonPropertyOrder({"frameBytes", "watchedLots", "queueBytes"})
    record Limits(long frameBytes, int watchedLots, long queueBytes) {}

    @JsonTypeName("authenticated")
    @JsonPropertyOrder({"account", "roles"})
    record Authenticated(AccountId account, List<String> roles) implements ServerFrame {}

    /** You led and do no more. */
    @JsonTypeName("outbid")
    @JsonPropertyOrder({"lot", "version", "price", "next", "at"})
    record Outbid(LotId lot, long version, Money price, Money next, Instant at)
            implements ServerFrame {}

    /**
     * The sale as it is now.
     *
     * @param ownPart only to buyer and seller, and to an underbidder with an offer
     */
    @JsonTypeName("sale")
    @JsonPropertyOrder({"lot", "outcome", "state", "hammer", "winner", "currency", "at", "private"})
    @JsonInclude(Include.NON_NULL)
    record SaleFrame(
            LotId lot,
            CloseOutcome outcome,
            SaleState state,
            @Nullable Money hammer,
            @Nullable Paddle winner,
            String currency,
            Instant at,
            @JsonProperty("private") @Nullable OwnPart ownPart)
            implements ServerFrame {}

    /**
     * What only those concerned learn; {@code role} says who is addressed: buyer, seller or
     * underbidder.
     *
     * @param buyer who owes or has paid
     * @param offer at another price than the hammer's: to him who may accept, and once he has to
     *     him as buyer and to the seller
     */
    @JsonPropertyOrder({"role", "buyer", "seller", "offer"})
    @JsonInclude(Include.NON_NULL)
    record OwnPart(
            String role, @Nullable AccountId buyer, AccountId seller, @Nullable OfferPart offer) {}

    /**
     * A second chance.
     *
     * @param until when it ends; null once he has accepted
     */
    @JsonPropertyOrder({"price", "until"})
    @JsonInclude(Include.NON_NULL)
    record OfferPart(Money price, @Nullable Instant until) {}

    /**
     * The server's clock and the newest versions of the watched lots, so that a client sees a hole.
     */
    @JsonTypeName("heartbeat")
    @JsonPropertyOrder({"serverTime", "versions"})
    record Heartbeat(Instant serverTime, Map<String, Long> versions) implements ServerFrame {}

    @JsonTypeName("pong")
    @JsonPropertyOrder({"t", "serverTime"})
    record Pong(JsonNode t, Instant serverTime) implements ServerFrame {}

    /**
     * The gateway refuses a bid without asking the log, which could only refuse it: advice, not the
     * log's decision. It has no place and no time, and nothing stores it.
     *
     * @param detail what came and what was expected
     * @param version of the lot, as known here, and with it price and next minimum
     * @param advisory always true
     */
    @JsonTypeName("decision")
    @JsonPropertyOrder({
        "id",
        "lot",
        "by",
        "outcome",
        "reason",
        "detail",
        "version",
        "price",
        "next",
        "advisory"
    })
    record AdvisoryDecision(
            CommandId id,
            LotId lot,
            AccountId by,
            DecisionOutcome outcome,
            Reason reason,
            String detail,
            long version,
            Money price,
            Money next,
            boolean advisory)
            implements ServerFrame {

        /** That a bid is too low. */
        public static AdvisoryDecision tooLow(
                PlaceBid bid, String detail, long version, Money price, Money next) {
            return new AdvisoryDecision(
                    bid.id(),
                    bid.lot(),
                    bid.by(),
                    DecisionOutcome.REJECTED,
                    Reason.TOO_LOW,
                    detail,
                    version,
                    price,
                    next,
                    true);
        }

        @Override
        public String toString() {
            return "AdvisoryDecision[id=" + id + ", lot=" + lot + "]";
        }
    }

    /**
     * Something could not be done.
     *
     * @param id of the bid it is about
     * @param lot it is about
     * @param retryAfterMs when to come again, where that helps
     */
    @JsonTypeName("error")
    @JsonPropertyOrder({"code", "message", "id", "lot", "retryAfterMs"})
    @JsonInclude(Include.NON_NULL)
    record Problem(
            String code,
            String message,
            @Nullable String id,
            @Nullable String lot,
            @Nullable Long retryAfterMs)
            implements ServerFrame {}
}
