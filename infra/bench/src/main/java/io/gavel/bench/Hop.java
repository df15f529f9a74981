package io.gavel.bench;

import io.gavel.contracts.topic.Headers;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The least that Kafka takes: bids to a topic of as many partitions as the commands have, and read
 * again.
 */
record Hop(Sender sender, KafkaConsumer<byte[], byte[]> arrivals, List<BenchLot> lots)
        implements AutoCloseable {

    static final TopicSpec TOPIC =
            new TopicSpec(
                    "bench.hop.v1",
                    Topics.LOCAL_PARTITIONS,
                    Map.of("message.timestamp.type", "LogAppendTime"));

    /** With bids on that many lots, which nobody lists. */
    static Hop over(KafkaClients clients, int lots) {
        return new Hop(
                clients.sender(),
                clients.consumer(TOPIC.name()),
                Stream.generate(BenchLot::new).limit(lots).toList());
    }

    /** See {@link OpenModel#run}. */
    Histogram run(int perSecond, Duration length) {
        return new OpenModel(sender, arrivals, this::message, _ -> {}).run(perSecond, length);
    }

    private ProducerRecord<byte[], byte[]> message(UUID id) {
        ProducerRecord<byte[], byte[]> bid = BenchLot.nextBid(lots, id);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TOPIC.name(), bid.key(), bid.value());
        record.headers().add(Headers.COMMAND_ID, id.toString().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    @Override
    public void close() {
        sender.close();
        arrivals.close();
    }
}
