package io.gavel.gateway.command;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.GatewayProperties;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Appends commands to the log. They are handed over on one thread, since the log's client may block
 * and commands of one connection keep their order.
 */
@Component
class CommandLog implements DisposableBean {

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;
    private final ThreadPoolExecutor sending;
    private final AppendTimes times;

    CommandLog(
            ProducerFactory<?, ?> producers, GatewayProperties properties, MeterRegistry meters) {
        GatewayProperties.Command limits = properties.command();
        Map<String, Object> settings = new HashMap<>(producers.getConfigurationProperties());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limits.maxBlock().toMillis());
        int delivery = Math.toIntExact(limits.deliveryTimeout().toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, delivery * 3 / 4));
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        new KafkaClientMetrics(producer).bindTo(meters);
        times = new AppendTimes(meters);
        sending =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(limits.queue()),
                        Thread.ofPlatform().name("commands").daemon().factory());
    }

    /**
     * Appends a command; completes when the log has it. Fails with a {@link KafkaException} when it
     * does not confirm in time, or with a {@link RejectedExecutionException} when too many wait.
     *
     * @param leg of the command's way
     */
    Mono<Void> append(LotId lot, byte[] command, Leg leg) {
        ProducerRecord<String, byte[]> entry =
                new ProducerRecord<>(Topics.LOT_COMMANDS.topic(), lot.toString(), command);
        leg.mark(entry.headers());
        return Mono.<RecordMetadata>create(
                        sink -> {
                            Callback taken = times.of(answer(leg, sink));
                            sending.execute(() -> send(entry, taken, sink));
                        })
                .then();
    }

    /** How many partitions the log has; fails as {@link #append(LotId, byte[], Leg)} does. */
    Mono<Integer> partitions() {
        return Mono.create(sink -> sending.execute(() -> count(sink)));
    }

    private void count(MonoSink<Integer> sink) {
        try {
            sink.success(producer.partitionsFor(Topics.LOT_COMMANDS.topic()).size());
        } catch (KafkaException | IllegalStateException e) {
            sink.error(e);
        }
    }

    /**
     * Appends a record that is about no lot, and says when that was by the log's clock; fails as
     * {@link #append(LotId, byte[], Leg)} does.
     */
    Mono<Instant> append(int partition, byte[] record) {
        ProducerRecord<String, byte[]> entry =
                new ProducerRecord<>(Topics.LOT_COMMANDS.topic(), partition, null, record);
        return Mono.<RecordMetadata>create(
                        sink -> sending.execute(() -> send(entry, answer(Leg.none(), sink), sink)))
                .map(taken -> Instant.ofEpochMilli(taken.timestamp()));
    }

    private static Callback answer(Leg leg, MonoSink<RecordMetadata> sink) {
        return (taken, e) -> {
            if (e == null) {
                leg.note(Note.PARTITION, taken.partition()).note(Note.OFFSET, taken.offset());
                sink.success(taken);
            } else {
                sink.error(e);
            }
        };
    }

    private void send(
            ProducerRecord<String, byte[]> entry, Callback taken, MonoSink<RecordMetadata> sink) {
        try {
            var _ = producer.send(entry, taken);
        } catch (KafkaException | IllegalStateException e) {
            sink.error(e);
        }
    }

    @Override
    public void destroy() {
        sending.shutdown();
        producer.close(CLOSE);
    }
}
