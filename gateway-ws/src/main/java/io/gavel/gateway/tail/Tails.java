package io.gavel.gateway.tail;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Makes the tails of this gateway and knows whether they are where they should be. */
@Component
public class Tails {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final KafkaProperties kafka;
    private final MeterRegistry meters;
    private final List<TopicTail> tails = new CopyOnWriteArrayList<>();

    Tails(KafkaProperties kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.meters = meters;
    }

    /** A tail that hands each record to {@code handler}, on the tail's own thread. */
    public TopicTail follow(String topic, Consumer<ConsumerRecord<String, byte[]>> handler) {
        TopicTail tail = new TopicTail(topic, () -> consumer(topic), handler);
        tails.add(tail);
        return tail;
    }

    /** Whether nothing that is published from now on will be missed. */
    public boolean positioned() {
        return tails.stream().allMatch(TopicTail::isPositioned);
    }

    /** The topics that are not being followed as they should. */
    public List<String> behind() {
        return tails.stream()
                .filter(tail ->
                        !tail.isPositioned() || tail.sinceLastPoll().compareTo(LONGEST_SILENCE) > 0)
                .map(TopicTail::topic)
                .toList();
    }

    private KafkaConsumer<String, byte[]> consumer(String topic) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, kafka.getClientId() + "-" + topic);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        new KafkaClientMetrics(consumer).bindTo(meters);
        return consumer;
    }
}
