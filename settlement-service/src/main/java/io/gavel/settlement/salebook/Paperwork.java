package io.gavel.settlement.salebook;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what follows from steps: history, ledger, documents, strikes. Within a transaction. */
@Component
class Paperwork {

    private final Turns turns;
    private final LedgerLines ledger;
    private final Documents documents;
    private final Strikes strikes;

    Paperwork(Turns turns, LedgerLines ledger, Documents documents, Strikes strikes) {
        this.turns = turns;
        this.ledger = ledger;
        this.documents = documents;
        this.strikes = strikes;
    }

    /** The counters of the documents come last, as they are locked until the transaction ends. */
    Mono<Void> write(List<Turn> taken) {
        return turns.add(taken)
                .then(Mono.defer(() -> ledger.post(taken)))
                .then(Mono.defer(() -> strikes.add(taken)))
                .then(Mono.defer(() -> documents.issue(taken)));
    }
}
