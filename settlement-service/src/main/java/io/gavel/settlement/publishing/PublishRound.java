package io.gavel.settlement.publishing;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.records.Outgoing;
import io.gavel.settlement.rounds.Rounds;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Publishes what is not marked published. A crash between the broker's answer and the mark
 * publishes the same bytes once more.
 */
final class PublishRound<T> implements Rounds.Round {

    private final Unpublished<T> rows;
    private final Outgoing outgoing;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final SettlementProperties properties;

    PublishRound(
            Unpublished<T> rows,
            Outgoing outgoing,
            TransactionalOperator transaction,
            InstantSource clock,
            SettlementProperties properties) {
        this.rows = rows;
        this.outgoing = outgoing;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public Mono<Boolean> once() {
        int batch = properties.publishBatch();
        return rows.lockUnpublished(batch)
                .flatMap(waiting -> publish(waiting).thenReturn(waiting.size() == batch))
                .as(transaction::transactional)
                .timeout(properties.databaseTimeout().plus(properties.sendTimeout()));
    }

    private Mono<Void> publish(List<T> waiting) {
        if (waiting.isEmpty()) {
            return Mono.empty();
        }
        return outgoing.send(waiting.stream().map(rows::message).toList())
                .then(Mono.defer(() -> rows.markPublished(waiting, clock.instant())));
    }
}
