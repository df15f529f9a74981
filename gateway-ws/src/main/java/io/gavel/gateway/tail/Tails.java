package io.gavel.gateway.tail;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.GatewayProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the tails of this gateway and knows whether they are where they should be. */
@Component
public class Tails {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final ConsumerFactory<?, ?> consumers;
    private final MeterRegistry meters;
    private final GatewayProperties.Tail limits;
    private final Duration patience;
    private final List<TopicTail> tails = new CopyOnWriteArrayList<>();

    Tails(ConsumerFactory<?, ?> consumers, MeterRegistry meters, GatewayProperties properties) {
        this.consumers = consumers;
        this.meters = meters;
        this.limits = properties.tail();
        this.patience = limits.patience();
    }

    /**
     * A tail that hands each record to {@code handler}, on the tail's own thread; where there are
     * many partitions, those of what is needed.
     *
     * @param needed is asked now and then, before a partition is given up. Whoever waits for {@link
     *     #following} must be told of here before
     */
    public TopicTail follow(
            String topic,
            Supplier<Needed> needed,
            Consumer<ConsumerRecord<String, byte[]>> handler) {
        return add(
                new TopicTail(
                        topic,
                        () -> consumer(topic),
                        limits,
                        needed,
                        new Positions(topic, Positions.Start.END),
                        handler));
    }

    /**
     * A tail of a whole topic, from its beginning and however many partitions it has. It is not
     * positioned before it has handed on all that was there at its start.
     */
    public TopicTail followFromTheBeginning(
            String topic, Consumer<ConsumerRecord<String, byte[]>> handler) {
        GatewayProperties.Tail all =
                new GatewayProperties.Tail(Integer.MAX_VALUE, limits.linger(), limits.patience());
        return add(
                new TopicTail(
                        topic,
                        () -> consumer(topic),
                        all,
                        Needed.All::new,
                        new Positions(topic, Positions.Start.BEGINNING),
                        handler));
    }

    private TopicTail add(TopicTail tail) {
        tails.add(tail);
        Gauge.builder("gavel.gateway.partitions", tail.partitions(), Tails::number)
                .description("Partitions of a topic that are followed")
                .tag("topic", tail.topic())
                .register(meters);
        return tail;
    }

    /**
     * Completes when each record of the lot that is appended to these topics from now on will be
     * seen; mostly at once. Fails if that takes longer than {@code gavel.tail.patience}.
     */
    public Mono<Void> following(LotId lot, Topics... topics) {
        return all(topics, each -> each.following(lot, System.nanoTime()));
    }

    /** As {@link #following}, for all lots. */
    public Mono<Void> followingAll(Topics... topics) {
        return all(topics, each -> each.followingAll(System.nanoTime()));
    }

    private Mono<Void> all(Topics[] topics, Function<Partitions, List<Mono<Void>>> ahead) {
        return Mono.defer(() -> {
            List<Mono<Void>> waits = new ArrayList<>();
            for (TopicTail tail : tails) {
                if (Arrays.stream(topics).anyMatch(one -> one.topic().equals(tail.topic()))) {
                    waits.addAll(ahead.apply(tail.partitions()));
                }
            }
            return waits.isEmpty() ? Mono.empty() : Mono.when(waits).timeout(patience, late());
        });
    }

    private static int number(Partitions partitions) {
        return partitions.wanted().partitions().size();
    }

    private Mono<Void> late() {
        return Mono.error(() ->
                new IllegalStateException("not followed yet (expected: within " + patience + ")"));
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
        Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        // The other consumer does not fetch again within a poll that came back empty (KAFKA-20780).
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.compute(ConsumerConfig.CLIENT_ID_CONFIG, (_, id) -> id + "-" + topic);
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
