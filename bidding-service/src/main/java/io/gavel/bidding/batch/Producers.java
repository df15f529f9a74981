package io.gavel.bidding.batch;

import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.kafka.core.ProducerFactory;

/** A producer for each kind of message. */
final class Producers implements AutoCloseable {

    private final ProducerFactory<byte[], byte[]> events;
    private final ProducerFactory<byte[], byte[]> decisions;

    Producers(ProducerFactory<byte[], byte[]> pattern) {
        this.events = named(pattern, "events");
        this.decisions = named(pattern, "decisions");
    }

    private static ProducerFactory<byte[], byte[]> named(
            ProducerFactory<byte[], byte[]> pattern, String what) {
        String name = "bidding-service-" + what;
        return pattern.copyWithConfigurationOverride(Map.of(ProducerConfig.CLIENT_ID_CONFIG, name));
    }

    Producer<byte[], byte[]> events() {
        return events.createProducer();
    }

    Producer<byte[], byte[]> decisions() {
        return decisions.createProducer();
    }

    @Override
    public void close() {
        events.reset();
        decisions.reset();
    }
}
