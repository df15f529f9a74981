package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.topic.Topics;
import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.records.Outgoing;
import io.gavel.settlement.rounds.Rounds;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Publishes the sales that are not marked published. A crash between the broker's answer and the
 * mark publishes the same bytes once more.
 */
@Component
final class PublishRound implements Rounds.Round {

    private final Sales sales;
    private final Outgoing outgoing;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final SettlementProperties properties;

    PublishRound(
            Sales sales,
            Outgoing outgoing,
            TransactionalOperator transaction,
            InstantSource clock,
            SettlementProperties properties) {
        this.sales = sales;
        this.outgoing = outgoing;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public Mono<Boolean> once() {
        int batch = properties.publishBatch();
        return sales.lockUnpublished(batch)
                .flatMap(waiting -> publish(waiting).thenReturn(waiting.size() == batch))
                .as(transaction::transactional)
                .timeout(properties.databaseTimeout().plus(properties.sendTimeout()));
    }

    private Mono<Void> publish(List<KeptSale> waiting) {
        if (waiting.isEmpty()) {
            return Mono.empty();
        }
        return outgoing.send(waiting.stream().map(PublishRound::message).toList())
                .then(Mono.defer(() -> sales.markPublished(waiting, clock.instant())));
    }

    private static ProducerRecord<byte[], byte[]> message(KeptSale sale) {
        return new ProducerRecord<>(
                Topics.Names.SALES, sale.lot().toString().getBytes(UTF_8), sale.bytes());
    }
}
