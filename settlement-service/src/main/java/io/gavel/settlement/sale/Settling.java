package io.gavel.settlement.sale;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.sale.Sale;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes sales of closed lots. What a sale needs comes on two topics in any order, so each listener
 * calls this after it has stored its part: whoever is last finds both parts.
 */
@Component
public class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private final ClosedLots closedLots;
    private final Sales sales;
    private final MeterRegistry meters;

    Settling(ClosedLots closedLots, Sales sales, MeterRegistry meters) {
        this.closedLots = closedLots;
        this.sales = sales;
        this.meters = meters;
    }

    /** Settles those of the lots that are closed and of which all is known; twice is harmless. */
    public Mono<Void> settle(List<LotId> lots) {
        if (lots.isEmpty()) {
            return Mono.empty();
        }
        return closedLots
                .withoutSale(lots)
                .map(SaleDecider::decide)
                .concatMap(Settling::settled)
                .collectList()
                .flatMap(this::add);
    }

    private static Flux<Sale> settled(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Settled(Sale sale) -> Flux.just(sale);
            case Verdict.Waiting(LotId lot, String missing) -> {
                LOG.info("Lot {} is closed, its sale waits for {}", lot, missing);
                yield Flux.empty();
            }
        };
    }

    private Mono<Void> add(List<Sale> decided) {
        if (decided.isEmpty()) {
            return Mono.empty();
        }
        return sales.add(decided)
                .collectList()
                .doOnNext(added -> count(decided, new HashSet<>(added)))
                .then();
    }

    private void count(List<Sale> decided, Set<LotId> added) {
        for (Sale sale : decided) {
            if (added.contains(sale.lot())) {
                meters.counter("gavel.settlement.sales", "state", sale.state().word()).increment();
                LOG.info("Lot {} is {}", sale.lot(), sale.state().word());
            }
        }
    }
}
