package io.gavel.settlement.salebook;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.rounds.Rounds;
import io.gavel.settlement.sale.Input;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves on the sales whose deadline has passed by this replica's clock. Another replica may do the
 * same: whoever comes second finds the sale moved on.
 */
@Component
final class DeadlineRound implements Rounds.Round {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineRound.class);

    private final Sales sales;
    private final SaleDesk desk;
    private final InstantSource clock;
    private final SettlementProperties properties;

    DeadlineRound(
            Sales sales, SaleDesk desk, InstantSource clock, SettlementProperties properties) {
        this.sales = sales;
        this.desk = desk;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public Mono<Boolean> once() {
        return Mono.defer(() -> sales.due(clock.instant(), properties.sale().deadlineBatch()))
                .timeout(properties.databaseTimeout())
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::moveOn)
                .then(Mono.just(false));
    }

    /** A sale that cannot be moved on does not hold up the others; it is tried again. */
    private Mono<Void> moveOn(Sales.Due due) {
        Turn.Cause cause =
                new Turn.Cause("deadline/" + due.revision(), Turn.Cause.SETTLEMENT, "deadline", "");
        return desk.take(due.lot(), cause, new Input.DeadlinePassed())
                .doOnError(e -> LOG.warn("Lot {}: its sale is overdue", due.lot(), e))
                .onErrorComplete()
                .then();
    }
}
