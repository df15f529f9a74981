package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.sale.AtProvider;
import io.gavel.settlement.sale.Circumstances;
import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.SaleDecider;
import io.gavel.settlement.sale.Terms;
import io.gavel.settlement.sale.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
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
    private final Paperwork paperwork;
    private final TransactionalOperator transaction;
    private final Terms terms;
    private final InstantSource clock;
    private final SaleMeters meters;

    Settling(
            ClosedLots closedLots,
            Sales sales,
            Paperwork paperwork,
            TransactionalOperator transaction,
            Terms terms,
            InstantSource clock,
            SaleMeters meters) {
        this.closedLots = closedLots;
        this.sales = sales;
        this.paperwork = paperwork;
        this.transaction = transaction;
        this.terms = terms;
        this.clock = clock;
        this.meters = meters;
    }

    /** Settles those of the lots that are closed and of which all is known; twice is harmless. */
    public Mono<Void> settle(List<LotId> lots) {
        if (lots.isEmpty()) {
            return Mono.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Circumstances around = new Circumstances(now, terms, List.of(), AtProvider.NOTHING);
        return closedLots
                .withoutSale(lots)
                .map(closed -> SaleDecider.decide(closed, around))
                .concatMap(verdict -> settled(verdict, now))
                .collectList()
                .flatMap(this::add);
    }

    private static Flux<Turn> settled(Verdict verdict, Instant now) {
        return switch (verdict) {
            case Verdict.Settled(LotSale sale, List<Effect> effects) ->
                    Flux.just(Turn.first(sale, effects, now));
            case Verdict.Waiting(LotId lot, String missing) -> {
                LOG.info("Lot {} is closed, its sale waits for {}", lot, missing);
                yield Flux.empty();
            }
        };
    }

    private Mono<Void> add(List<Turn> decided) {
        if (decided.isEmpty()) {
            return Mono.empty();
        }
        return sales.add(decided.stream().map(Turn::sale).toList())
                .collect(Collectors.toSet())
                .map(added -> decided.stream().filter(turn -> added.contains(turn.lot())).toList())
                .flatMap(turns -> paperwork.write(turns).thenReturn(turns))
                .as(transaction::transactional)
                .doOnNext(this::count)
                .then();
    }

    private void count(List<Turn> turns) {
        for (Turn turn : turns) {
            meters.moved(turn);
            LOG.info("Lot {} is {}", turn.lot(), turn.sale().state().word().word());
        }
    }
}
