package io.gavel.contracts.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
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
     * The final sale.
     *
     * @param ownPart only to buyer and seller
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
     * What only buyer and seller learn; {@code role} says which of them is addressed.
     *
     * @param buyer there when sold
     */
    @JsonPropertyOrder({"role", "buyer", "seller"})
    @JsonInclude(Include.NON_NULL)
    record OwnPart(String role, @Nullable AccountId buyer, AccountId seller) {}

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
     * Something could not be done.
     *
     * @param id of the bid it is about
     * @param lot it is about
     * @param retryAfterMs when to come again, where that helps
     * @param advisory true when a bid was refused without asking the log: this is no decision
     * @param version of the lot, as known when it was refused; with {@code advisory} only
     * @param next the next minimum at that version
     */
    @JsonTypeName("error")
    @JsonPropertyOrder({
        "code",
        "message",
        "id",
        "lot",
        "retryAfterMs",
        "advisory",
        "version",
        "next"
    })
    @JsonInclude(Include.NON_NULL)
    record Problem(
            String code,
            String message,
            @Nullable String id,
            @Nullable String lot,
            @Nullable Long retryAfterMs,
            @Nullable Boolean advisory,
            @Nullable Long version,
            @Nullable Money next)
            implements ServerFrame {

        /** One that is no advice about a bid. */
        public Problem(
                String code,
                String message,
                @Nullable String id,
                @Nullable String lot,
                @Nullable Long retryAfterMs) {
            this(code, message, id, lot, retryAfterMs, null, null, null);
        }
    }
}
