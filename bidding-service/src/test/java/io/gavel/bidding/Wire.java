package io.gavel.bidding;

import static org.awaitility.Awaitility.await;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the gateway does, for tests: puts commands on Kafka and reads everything that comes of them.
 */
public final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

    public Wire(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "linger.ms",
                                0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "auto.offset.reset",
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                Stream.of(
                                Topics.LOT_EVENTS.topic(),
                                Topics.DECISIONS.topic(),
                                Topics.LOT_COMMANDS.deadLetters())
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public void send(Command... commands) {
        for (Command command : commands) {
            raw(command.lot(), CommandJson.write(command, Instant.EPOCH));
        }
        producer.flush();
    }

    public void raw(LotId lot, byte[] value) {
        byte[] key = lot.toString().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.LOT_COMMANDS.topic(), key, value));
    }

    /** A heartbeat of a gateway in a partition; it is in the log on return. */
    public void beat(int partition) {
        byte[] heartbeat = CommandJson.write(new Heartbeat("gateway-1"));
        producer.send(
                new ProducerRecord<>(Topics.LOT_COMMANDS.topic(), partition, null, heartbeat));
        producer.flush();
    }

    public Decision ask(Command command) {
        send(command);
        return decision(command.id());
    }

    /** The first decision told on a command. */
    public Decision decision(CommandId id) {
        return awaitThe("decision on " + id, () -> decisions(id).stream().findFirst());
    }

    /** Every decision told so far on a command. */
    public List<Decision> decisions(CommandId id) {
        return rawDecisions(id).stream().map(bytes -> Json.read(bytes, Decision.class)).toList();
    }

    public List<byte[]> rawDecisions(CommandId id) {
        return all(Topics.DECISIONS.topic())
                .filter(record ->
                        new String(
                                        record.headers().lastHeader("id").value(),
                                        StandardCharsets.UTF_8)
                                .equals(id.toString()))
                .map(ConsumerRecord::value)
                .toList();
    }

    /** The decisions told on a lot so far, as often as they were told. */
    public List<byte[]> decisionsOf(LotId lot) {
        return of(lot, Topics.DECISIONS);
    }

    /** The events told of a lot so far, as often as they were told. */
    public List<byte[]> events(LotId lot) {
        return of(lot, Topics.LOT_EVENTS);
    }

    private List<byte[]> of(LotId lot, Topics topic) {
        return all(topic.topic())
                .filter(record ->
                        new String(record.key(), StandardCharsets.UTF_8).equals(lot.toString()))
                .map(ConsumerRecord::value)
                .toList();
    }

    public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return all(Topics.LOT_COMMANDS.deadLetters()).toList();
    }

    public <T> T awaitThe(String what, Supplier<Optional<T>> look) {
        return await(what).atMost(PATIENCE).until(look::get, Optional::isPresent).orElseThrow();
    }

    private Stream<ConsumerRecord<byte[], byte[]>> all(String topic) {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
        return seen.stream().filter(record -> record.topic().equals(topic));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
