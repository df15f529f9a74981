package io.gavel.settlement.standing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.json.Json;
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
 * Publishes how bidders stand where that is not marked published. A crash between the broker's
 * answer and the mark publishes the same bytes once more.
 */
@Component
final class StandingRound implements Rounds.Round {

    private final Standings standings;
    private final Outgoing outgoing;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final SettlementProperties properties;

    StandingRound(
            Standings standings,
            Outgoing outgoing,
            TransactionalOperator transaction,
            InstantSource clock,
            SettlementProperties properties) {
        this.standings = standings;
        this.outgoing = outgoing;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public Mono<Boolean> once() {
        int batch = properties.publishBatch();
        return standings
                .lockUnpublished(batch)
                .flatMap(waiting -> publish(waiting).thenReturn(waiting.size() == batch))
                .as(transaction::transactional)
                .timeout(properties.databaseTimeout().plus(properties.sendTimeout()));
    }

    private Mono<Void> publish(List<BidderStanding> waiting) {
        if (waiting.isEmpty()) {
            return Mono.empty();
        }
        return outgoing.send(waiting.stream().map(StandingRound::message).toList())
                .then(Mono.defer(() -> standings.markPublished(waiting, clock.instant())));
    }

    private static ProducerRecord<byte[], byte[]> message(BidderStanding standing) {
        return new ProducerRecord<>(
                Topics.Names.BIDDERS,
                standing.account().value().getBytes(UTF_8),
                Json.bytes(standing));
    }
}
