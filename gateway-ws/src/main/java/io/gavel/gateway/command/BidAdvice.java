package io.gavel.gateway.command;

import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.advice.Advice;
import io.gavel.gateway.advice.Adviser;
import io.gavel.gateway.advice.Question;
import io.gavel.gateway.advice.Refusals;
import io.gavel.gateway.feed.Feeds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks what this gateway knows of a bid before it is sent; nothing is fetched for it. */
@Component
class BidAdvice {

    private final GatewayProperties.Advice given;
    private final Feeds feeds;
    private final PendingDecisions pending;
    private final Refusals refusals;
    private final Clock clock;
    private final MeterRegistry meters;

    BidAdvice(
            GatewayProperties properties,
            Feeds feeds,
            PendingDecisions pending,
            Clock clock,
            MeterRegistry meters) {
        this.given = properties.bid().advice();
        this.feeds = feeds;
        this.pending = pending;
        this.refusals = new Refusals(properties.bid().remembered());
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether there is ever any, so that it is worth learning from decisions. */
    boolean isGiven() {
        return given != GatewayProperties.Advice.NEVER;
    }

    private boolean isGivenTo(@Nullable Boolean insists) {
        return switch (given) {
            case NEVER -> false;
            case WHEN_ASKED -> insists != null;
            case ALWAYS -> true;
        };
    }

    /** Learns from a decision of the log, if it is. */
    void learn(Decision decision) {
        if (isGiven()) {
            refusals.decided(decision);
        }
    }

    /**
     * That a bid is too low, if there is no doubt about it.
     *
     * @param insists true: the log shall decide in any case; false: advice will do; null: not said
     */
    Optional<Advice.TooLow> tooLow(PlaceBid bid, @Nullable Boolean insists) {
        if (!isGivenTo(insists)) {
            return Optional.empty();
        }
        Advice advice =
                Adviser.advise(
                        new Question(
                                bid,
                                Boolean.TRUE.equals(insists),
                                pending.isAwaited(PendingDecisions.Key.of(bid)),
                                seen(bid.lot()),
                                refusals.of(bid.lot(), bid.by()),
                                clock.instant()));
        meters.counter("gavel.gateway.advice", "outcome", advice.word()).increment();
        return advice instanceof Advice.TooLow tooLow ? Optional.of(tooLow) : Optional.empty();
    }

    private Question.@Nullable SeenLot seen(LotId lot) {
        return feeds.seen(lot)
                .map(seen -> new Question.SeenLot(seen.rules(), seen.newest()))
                .orElse(null);
    }
}
