package io.gavel.bench;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends without waiting, and remembers when Kafka did not take something. */
final class Sender implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();

    Sender(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Hands a message to the producer; waits only while its buffer is full. */
    void send(ProducerRecord<byte[], byte[]> message) {
        var _ = producer.send(message, this::sent);
    }

    private void sent(@Nullable RecordMetadata place, @Nullable Exception problem) {
        refusal.compareAndSet(null, problem);
    }

    /**
     * Throws if anything was not taken.
     *
     * @throws IllegalStateException with Kafka's reason
     */
    void requireTaken() {
        Exception problem = refusal.get();
        if (problem != null) {
            throw new IllegalStateException("Kafka did not take a message: " + problem, problem);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
