package io.gavel.gateway;

import static org.awaitility.Awaitility.await;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.Unreadable;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.topic.Headers;
import io.gavel.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The other end of the topics: what the services behind would read and publish. */
public final class TestTopics {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> commands;
    private final Map<CommandId, Command> seen = new ConcurrentHashMap<>();
    private final List<Beat> beats = new CopyOnWriteArrayList<>();

    /** A heartbeat in a partition. */
    public record Beat(String by, int partition) {}

    TestTopics(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        commands =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        String topic = Topics.LOT_COMMANDS.topic();
        List<TopicPartition> partitions =
                commands.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        commands.assign(partitions);
        commands.seekToBeginning(partitions);
    }

    public void publish(TestLot lot, long version) {
        publish(lot, lot.event(version));
    }

    public void publish(TestLot lot, byte[] event) {
        send(new ProducerRecord<>(Topics.LOT_EVENTS.topic(), lot.id().toString(), event));
    }

    public void publish(Decision decision, @Nullable String outbid) {
        ProducerRecord<String, byte[]> entry =
                new ProducerRecord<>(
                        Topics.DECISIONS.topic(), decision.lot().toString(), Json.bytes(decision));
        entry.headers().add(header(Headers.BIDDER, decision.by().value()));
        entry.headers().add(header(Headers.COMMAND_ID, decision.id().toString()));
        if (outbid != null) {
            entry.headers().add(header(Headers.OUTBID, outbid));
        }
        send(entry);
    }

    public void publish(Sale sale) {
        send(new ProducerRecord<>(Topics.SALES.topic(), sale.lot().toString(), Json.bytes(sale)));
    }

    public void publish(BidderStanding standing) {
        send(
                new ProducerRecord<>(
                        Topics.BIDDERS.topic(), standing.account().value(), Json.bytes(standing)));
    }

    /** A record that nobody can read. */
    public void publishGarbage(Topics topic, String key) {
        send(new ProducerRecord<>(topic.topic(), key, "{nope".getBytes(StandardCharsets.UTF_8)));
    }

    /** The bid that the gateway has sent, when it is in the log. */
    public PlaceBid sentBid(CommandId id) {
        return (PlaceBid) sent(id);
    }

    public Command sent(CommandId id) {
        await("command " + id + " in the log")
                .atMost(DEADLINE)
                .until(() -> {
                    read();
                    return seen.containsKey(id);
                });
        return seen.get(id);
    }

    /** Every command in the log by now. */
    public synchronized Map<CommandId, Command> read() {
        for (ConsumerRecord<String, byte[]> found : commands.poll(Duration.ofMillis(100))) {
            switch (CommandJson.read(found.value())) {
                case Command command -> {
                    if (found.key().equals(command.lot().toString())) {
                        seen.put(command.id(), command);
                    }
                }
                case Heartbeat(var by) -> beats.add(new Beat(by, found.partition()));
                case Unreadable(var problem) -> throw new AssertionError(problem);
            }
        }
        return Map.copyOf(seen);
    }

    /** Every heartbeat in the log by now, of any gateway. */
    public List<Beat> beats() {
        read();
        return List.copyOf(beats);
    }

    /** A heartbeat of somebody in each partition; it is in the log on return. */
    public void beat(String by) {
        String topic = Topics.LOT_COMMANDS.topic();
        byte[] heartbeat = CommandJson.write(new Heartbeat(by));
        producer.partitionsFor(topic)
                .forEach(each ->
                        send(new ProducerRecord<>(topic, each.partition(), null, heartbeat)));
    }

    private void send(ProducerRecord<String, byte[]> entry) {
        try {
            producer.send(entry).get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published: " + entry.topic(), e);
        }
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
