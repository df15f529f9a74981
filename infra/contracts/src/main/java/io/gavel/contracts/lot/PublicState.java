package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a lot right now.
 *
 * @param price the current price; the starting price while there is no bid
 * @param leader the paddle that would win now; null while there is no bid
 * @param next the next minimum
 * @param bids how many bids bidders have placed; those placed for a leader are not counted
 */
@JsonPropertyOrder({"status", "price", "leader", "next", "bids", "closesAt", "reserve"})
public record PublicState(
        LotStatus status,
        Money price,
        @Nullable Paddle leader,
        Money next,
        int bids,
        Instant closesAt,
        ReserveStatus reserve) {}
