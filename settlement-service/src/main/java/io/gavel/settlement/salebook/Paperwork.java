package io.gavel.settlement.salebook;

import io.gavel.settlement.telling.SaleNews;
import io.gavel.settlement.telling.Telling;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Writes what follows from steps: history, ledger, strikes, what a provider is to do, what is to be
 * told, documents. Within a transaction.
 */
@Component
class Paperwork {

    private final Turns turns;
    private final LedgerLines ledger;
    private final Documents documents;
    private final Strikes strikes;
    private final Cashier cashier;
    private final Telling telling;

    Paperwork(
            Turns turns,
            LedgerLines ledger,
            Documents documents,
            Strikes strikes,
            Cashier cashier,
            Telling telling) {
        this.turns = turns;
        this.ledger = ledger;
        this.documents = documents;
        this.strikes = strikes;
        this.cashier = cashier;
        this.telling = telling;
    }

    /** The counters of the documents come last, as they are locked until the transaction ends. */
    Mono<Void> write(List<Turn> taken) {
        return turns.add(taken)
                .then(Mono.defer(() -> ledger.post(taken)))
                .then(Mono.defer(() -> strikes.add(taken)))
                .then(Mono.defer(() -> cashier.follow(taken)))
                .then(Mono.defer(() -> telling.tell(taken.stream().map(Paperwork::news).toList())))
                .then(Mono.defer(() -> documents.issue(taken)));
    }

    private static SaleNews news(Turn turn) {
        return new SaleNews(turn.before(), turn.sale(), turn.revision(), turn.effects(), turn.at());
    }
}
