package io.gavel.settlement.records;

import io.gavel.settlement.SettlementProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sends records and waits, within a limit, until all in-sync replicas have them. */
@Component
public final class Outgoing {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Duration timeout;

    Outgoing(KafkaTemplate<byte[], byte[]> kafka, SettlementProperties properties) {
        this.kafka = kafka;
        this.timeout = properties.sendTimeout();
    }

    /** Ends when all are there, or fails; then any part of them may be there. */
    public Mono<Void> send(List<ProducerRecord<byte[], byte[]>> records) {
        return Mono.fromFuture(() -> sendAll(records))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(timeout);
    }

    /** May block while the producer knows no broker, so it is never called on an event loop. */
    private CompletableFuture<Void> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        return CompletableFuture.allOf(
                records.stream().map(kafka::send).toArray(CompletableFuture[]::new));
    }
}
