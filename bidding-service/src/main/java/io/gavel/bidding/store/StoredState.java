package io.gavel.bidding.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gavel.bidding.auction.Bidding;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.Standing;
import io.gavel.bidding.auction.Terms;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The changing part of a lot as it is kept; a few hundred bytes, however many bids. */
@JsonPropertyOrder({"status", "closesAt", "bids", "paddles", "led", "outcome", "hammer", "winner"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredState(
        LotStatus status,
        Instant closesAt,
        int bids,
        int paddles,
        @Nullable Led led,
        @Nullable CloseOutcome outcome,
        @Nullable Money hammer,
        @Nullable Paddle winner) {

    @JsonPropertyOrder({"leader", "paddle", "max", "price", "underbid"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Led(AccountId leader, Paddle paddle, Money max, Money price, @Nullable Money underbid) {}

    static StoredState of(Lot.Listed lot) {
        return switch (lot) {
            case Lot.Scheduled(var terms) ->
                    new StoredState(
                            LotStatus.SCHEDULED,
                            terms.rules().closesAt(),
                            0,
                            0,
                            null,
                            null,
                            null,
                            null);
            case Lot.Open(var bidding) -> of(LotStatus.OPEN, bidding, null, null, null);
            case Lot.Closed(var bidding, var outcome, var hammer, var winner) ->
                    of(LotStatus.CLOSED, bidding, outcome, hammer, winner);
        };
    }

    Lot lot(Terms terms) {
        Standing standing =
                led == null
                        ? new Standing.NoBids()
                        : new Standing.Led(
                                led.leader, led.paddle, led.max, led.price, led.underbid);
        Bidding bidding = new Bidding(terms, closesAt, standing, bids, paddles);
        return switch (status) {
            case SCHEDULED -> new Lot.Scheduled(terms);
            case OPEN -> new Lot.Open(bidding);
            case CLOSED -> {
                if (outcome == null) {
                    throw new IllegalStateException("a closed lot without outcome: " + terms.lot());
                }
                yield new Lot.Closed(bidding, outcome, hammer, winner);
            }
        };
    }

    private static StoredState of(
            LotStatus status,
            Bidding bidding,
            @Nullable CloseOutcome outcome,
            @Nullable Money hammer,
            @Nullable Paddle winner) {
        Led led =
                bidding.standing()
                                instanceof
                                Standing.Led(
                                        var leader,
                                        var paddle,
                                        var max,
                                        var price,
                                        var underbid)
                        ? new Led(leader, paddle, max, price, underbid)
                        : null;
        return new StoredState(
                status,
                bidding.closesAt(),
                bidding.bids(),
                bidding.paddles(),
                led,
                outcome,
                hammer,
                winner);
    }
}
