package io.gavel.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class KafkaBrokerIT {
    private static final String COMMANDS = "gavel.lot-commands.v1";

    @TempDir Path data;

    private KafkaBroker broker;
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(data);
        broker.createTopics(GavelTopics.all());
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.bootstrapServers(),
                                "max.block.ms",
                                "20000"),
                        new StringSerializer(),
                        new StringSerializer());
    }

    @AfterEach
    void stop() {
        producer.close(Duration.ZERO);
        broker.close();
    }

    @Test
    void keepsRecordsAndGroupsOverAKillAndARestart() throws Exception {
        send("bid 1").get(10, TimeUnit.SECONDS);
        assertThat(readAsGroup()).containsExactly("bid 1");
        broker.kill();
        broker.restart();
        broker.createTopics(GavelTopics.all());
        send("bid 2").get(10, TimeUnit.SECONDS);
        broker.restart();
        assertThat(readAsGroup()).containsExactly("bid 2");
    }

    @Test
    void doesNotAnswerWhileSuspendedAndGoesOnWhenResumed() throws Exception {
        send("bid 1").get(10, TimeUnit.SECONDS);
        broker.suspend();
        Future<RecordMetadata> sent = send("bid 2");
        assertThatThrownBy(() -> sent.get(300, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        broker.resume();
        assertThat(sent.get(20, TimeUnit.SECONDS).hasOffset()).isTrue();
    }

    private Future<RecordMetadata> send(String value) {
        return producer.send(new ProducerRecord<>(COMMANDS, "lot", value));
    }

    private List<String> readAsGroup() {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "group.id", "bidding",
                        "group.protocol", "consumer",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(COMMANDS));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                var records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    consumer.commitSync();
                    return java.util.stream.StreamSupport.stream(records.spliterator(), false)
                            .map(ConsumerRecord::value)
                            .toList();
                }
            }
            return List.of();
        }
    }
}
