package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.sale.Circumstances;
import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.sale.Input;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.SaleDecider;
import io.gavel.settlement.sale.Step;
import io.gavel.settlement.sale.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Takes what happens to sales: locks the sale, has it decided, and writes the step with all that
 * follows from it, in one transaction. An input that was taken before is not taken again.
 */
@Component
class SaleDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SaleDesk.class);

    /** What became of an input. */
    sealed interface Answer {

        /** Taken, now or before. */
        record Taken() implements Answer {}

        record Refused(String why) implements Answer {}
    }

    private final Sales sales;
    private final Turns turns;
    private final Ladder ladder;
    private final Cashier cashier;
    private final Paperwork paperwork;
    private final Terms terms;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final SaleMeters meters;
    private final Duration timeout;

    SaleDesk(
            Sales sales,
            Turns turns,
            Ladder ladder,
            Cashier cashier,
            Paperwork paperwork,
            Terms terms,
            TransactionalOperator transaction,
            InstantSource clock,
            SaleMeters meters,
            SettlementProperties properties) {
        this.sales = sales;
        this.turns = turns;
        this.ladder = ladder;
        this.cashier = cashier;
        this.paperwork = paperwork;
        this.terms = terms;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
        this.timeout = properties.databaseTimeout();
    }

    /** Takes an input; empty if the lot has no sale. */
    Mono<Answer> take(LotId lot, Turn.Cause cause, Input input) {
        return sales.lock(lot)
                .flatMap(kept ->
                        turns.by(lot, cause.key())
                                .map(past -> again(past, cause))
                                .switchIfEmpty(Mono.defer(() -> decide(kept, cause, input))))
                .as(transaction::transactional)
                .timeout(timeout);
    }

    private static Answer again(Turns.Past past, Turn.Cause cause) {
        return past.cause().isAs(cause)
                ? new Answer.Taken()
                : new Answer.Refused(
                        "key: " + cause.key() + " (expected: one that was not used before)");
    }

    private Mono<Answer> decide(KeptSale kept, Turn.Cause cause, Input input) {
        LotSale sale = kept.sale();
        if (sale == null) {
            return Mono.just(
                    new Answer.Refused(cause.what() + ": the sale is of an earlier version"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return ladder.of(kept.lot())
                .flatMap(underbids ->
                        cashier.at(kept.lot())
                                .map(held -> new Circumstances(now, terms, underbids, held)))
                .map(around -> SaleDecider.decide(sale, input, around))
                .flatMap(step ->
                        switch (step) {
                            case Step.Unchanged() -> Mono.just(new Answer.Taken());
                            case Step.Refused(String why) -> Mono.just(new Answer.Refused(why));
                            case Step.Moved(LotSale moved, List<Effect> effects) ->
                                    write(
                                            new Turn(
                                                    sale.state(),
                                                    moved,
                                                    kept.revision() + 1,
                                                    effects,
                                                    now,
                                                    cause));
                        });
    }

    private Mono<Answer> write(Turn turn) {
        String state = turn.sale().state().word().word();
        return sales.move(turn.sale(), turn.revision())
                .then(Mono.defer(() -> paperwork.write(List.of(turn))))
                .doOnSuccess(done -> {
                    meters.moved(turn);
                    LOG.info("Lot {} is {} after {}", turn.lot(), state, turn.cause().what());
                })
                .thenReturn(new Answer.Taken());
    }
}
