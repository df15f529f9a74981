package io.gavel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.BrokerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tests rely on of the broker, be it embedded or in a container. */
class BrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final Broker broker = Servers.kafka().broker();
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void connect() {
        Servers.kafka().freshTopics();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer());
    }

    @AfterEach
    void leave() {
        broker.resume();
        producer.close(Duration.ZERO);
    }

    @Test
    void freshTopicsHoldNothingAndCommandsGetTheBrokersTime() throws Exception {
        RecordMetadata command = sent("bid");
        assertThat(command.offset()).isZero();
        assertThat(Instant.ofEpochMilli(command.timestamp()))
                .isAfter(Instant.now().minus(LONG_AGO));
        Servers.kafka().freshTopics();
        assertThat(sent("bid").offset()).isZero();
    }

    @Test
    void recordsAndGroupsOutliveAKillAndARestart() throws Exception {
        sent("bid 1");
        assertThat(readAsGroup()).containsExactly("bid 1");
        broker.kill();
        broker.restart();
        sent("bid 2");
        assertThat(readAsGroup()).containsExactly("bid 2");
    }

    @Test
    void itDoesNotAnswerWhileSuspendedAndGoesOnWhenResumed() throws Exception {
        sent("bid 1");
        broker.suspend();
        Future<RecordMetadata> sent = send("bid 2");
        assertThatThrownBy(() -> sent.get(300, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        broker.resume();
        assertThat(sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).offset()).isEqualTo(1);
        broker.resume();
    }

    @Test
    void itIsTheVersionThatTheImageNamesAndSetAsItHasToBe() throws Exception {
        assertThat(AppInfoParser.getVersion()).isEqualTo(ServerImage.KAFKA.version());
        Map<String, String> settings = new TreeMap<>(settings());
        settings.keySet().retainAll(BrokerSettings.behaviour().keySet());
        assertThat(settings).isEqualTo(new TreeMap<>(BrokerSettings.behaviour()));
    }

    private RecordMetadata sent(String value) throws Exception {
        return send(value).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** By a clock that is wrong. */
    private Future<RecordMetadata> send(String value) {
        long timestamp = Instant.now().minus(LONG_AGO.multipliedBy(2)).toEpochMilli();
        return producer.send(
                new ProducerRecord<>(Topics.Names.LOT_COMMANDS, 3, timestamp, "lot", value));
    }

    private Map<String, String> settings() throws Exception {
        ConfigResource node = new ConfigResource(Type.BROKER, "1");
        try (Admin admin = broker.admin()) {
            Config config =
                    admin.describeConfigs(List.of(node))
                            .all()
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .get(node);
            Map<String, String> settings = new TreeMap<>();
            config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
            return settings;
        }
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
            consumer.subscribe(List.of(Topics.Names.LOT_COMMANDS));
            List<String> values = new ArrayList<>();
            Awaitility.await("records of the group")
                    .atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200))
                                .forEach(found -> values.add(found.value()));
                        return !values.isEmpty();
                    });
            consumer.commitSync();
            return values;
        }
    }
}
