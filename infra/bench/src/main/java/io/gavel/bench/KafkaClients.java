package io.gavel.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The clients of every measure, Gavel's and the bare hop's alike. Beyond what is named here they
 * are Kafka's defaults: an idempotent producer with 5 requests in flight and 32 MiB to buffer, a
 * consumer that fetches as soon as there is a byte.
 *
 * @param bootstrapServers the broker
 */
record KafkaClients(String bootstrapServers) {

    /**
     * As a gateway sends: {@code acks=all}, no lingering. Batches of up to 64 KiB, which is what
     * many gateways together come to.
     */
    Sender sender() {
        return new Sender(
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "acks",
                                "all",
                                "linger.ms",
                                0,
                                "batch.size",
                                65_536),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()));
    }

    /** Reads all partitions of topics from their present end on, without a group. */
    KafkaConsumer<byte[], byte[]> consumer(String... topics) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "max.poll.records", 1_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                Arrays.stream(topics)
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        passOver(consumer);
        return consumer;
    }

    /** Leaves out all that has come by now. */
    static void passOver(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }
}
