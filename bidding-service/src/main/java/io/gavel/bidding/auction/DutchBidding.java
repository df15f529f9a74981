package io.gavel.bidding.auction;

import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.ReserveStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * A Dutch lot that has opened.
 *
 * @param standing who accepted the price, when somebody has
 */
public record DutchBidding(Terms terms, Span span, Standing standing, int paddles)
        implements Bidding {

    private Format.Dutch rules() {
        return (Format.Dutch) terms.rules().format();
    }

    /**
     * The price at a time: {@code max(floor, startingPrice - step * whole ticks since opening)}.
     */
    public Money priceAt(Instant at) {
        Duration open = Duration.between(span.opensAt(), at);
        long ticks = open.isNegative() ? 0 : open.dividedBy(rules().tick());
        long start = terms.rules().startingPrice().minor();
        long floor = rules().floor().minor();
        long fallen =
                ticks > start / rules().step().minor() ? start : ticks * rules().step().minor();
        return new Money(Math.max(floor, start - fallen));
    }

    DutchBidding with(Standing.Led accepted) {
        return new DutchBidding(terms, span, accepted, paddles);
    }

    @Override
    public Book book() {
        return Book.EMPTY;
    }

    @Override
    public boolean hasBids() {
        return standing instanceof Standing.Led;
    }

    @Override
    public DutchBidding withoutBook() {
        return this;
    }

    @Override
    public DutchBidding with(Span moved) {
        return new DutchBidding(terms, moved, standing, paddles);
    }

    @Override
    public DutchBidding with(Hand hand) {
        return new DutchBidding(terms, span, standing, Math.max(paddles, hand.paddle().number()));
    }

    @Override
    public PublicState publicState(LotStatus status, Instant at) {
        return switch (standing) {
            case Standing.NoBids() -> {
                Money price = priceAt(at.isBefore(span.closesAt()) ? at : span.closesAt());
                yield new PublicState(
                        status, price, null, price, 0, span.closesAt(), ReserveStatus.NONE);
            }
            case Standing.Led led ->
                    new PublicState(
                            status,
                            led.price(),
                            led.paddle(),
                            led.price(),
                            1,
                            span.closesAt(),
                            ReserveStatus.NONE);
        };
    }
}
