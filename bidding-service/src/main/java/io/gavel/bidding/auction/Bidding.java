package io.gavel.bidding.auction;

import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import java.time.Instant;

/**
 * How far the bidding on an English lot has come.
 *
 * @param closesAt the end as it stands now
 * @param bids placed by bidders so far
 * @param paddles given out so far
 */
public record Bidding(Terms terms, Instant closesAt, Standing standing, int bids, int paddles) {

    /**
     * The next minimum: the starting price while there is no bid, then one step above the price.
     */
    public Money next() {
        return switch (standing) {
            case Standing.NoBids() -> terms.rules().startingPrice();
            case Standing.Led led -> terms.rules().increments().next(led.price());
        };
    }

    Paddle nextPaddle() {
        return new Paddle(paddles + 1);
    }

    Bidding with(Standing.Led after) {
        return new Bidding(terms, closesAt, after, bids, paddles);
    }

    Bidding withBid(Standing.Led after, Paddle paddle) {
        return new Bidding(terms, closesAt, after, bids + 1, Math.max(paddles, paddle.number()));
    }

    Bidding closingAt(Instant moved) {
        return new Bidding(terms, moved, standing, bids, paddles);
    }

    PublicState publicState(LotStatus status) {
        return switch (standing) {
            case Standing.NoBids() -> {
                Money start = terms.rules().startingPrice();
                yield new PublicState(
                        status, start, null, start, bids, closesAt, terms.reserveAt(null));
            }
            case Standing.Led led ->
                    new PublicState(
                            status,
                            led.price(),
                            led.paddle(),
                            next(),
                            bids,
                            closesAt,
                            terms.reserveAt(led.price()));
        };
    }
}
