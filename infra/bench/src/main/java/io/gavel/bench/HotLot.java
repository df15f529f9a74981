package io.gavel.bench;

import io.gavel.bidding.BiddingApplication;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.Rules;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * bidding-service itself, with every bid on one lot: the worst case for a database, one partition
 * for Gavel.
 */
final class HotLot implements AutoCloseable {

    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);
    private static final int BIDDERS = 50;

    private final ConfigurableApplicationContext service;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> decisions;

    HotLot(Database database, String bootstrapServers) {
        service =
                new SpringApplicationBuilder(BiddingApplication.class)
                        .properties(new HashMap<>(database.springProperties()))
                        .run(settings(bootstrapServers));
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
        decisions =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                decisions.partitionsFor(Topics.DECISIONS.topic()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        decisions.assign(partitions);
        decisions.seekToEnd(partitions);
        partitions.forEach(decisions::position);
    }

    /** The time from the first bid's sending to the last decision's arrival. */
    Duration decide(int bids) {
        LotId lot = new LotId(UUID.randomUUID());
        send(lot, List.of(CommandJson.write(list(lot), Instant.EPOCH)));
        awaitDecisions(1);
        List<byte[]> commands = new ArrayList<>(bids);
        for (int i = 1; i <= bids; i++) {
            commands.add(CommandJson.write(bid(lot, i), Instant.EPOCH));
        }
        long start = System.nanoTime();
        send(lot, commands);
        awaitDecisions(bids);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void send(LotId lot, List<byte[]> commands) {
        byte[] key = lot.toString().getBytes(StandardCharsets.UTF_8);
        List<Future<RecordMetadata>> sent = new ArrayList<>(commands.size());
        for (byte[] command : commands) {
            sent.add(
                    producer.send(new ProducerRecord<>(Topics.LOT_COMMANDS.topic(), key, command)));
        }
        producer.flush();
        boolean lost = sent.stream().anyMatch(bid -> bid.state() != Future.State.SUCCESS);
        if (lost) {
            throw new IllegalStateException("Kafka did not take every command");
        }
    }

    private void awaitDecisions(int expected) {
        long until = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        int seen = 0;
        while (seen < expected) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        seen + " of " + expected + " decisions after " + GIVE_UP_AFTER);
            }
            seen += decisions.poll(Duration.ofMillis(100)).count();
        }
    }

    private static ListLot list(LotId lot) {
        Rules rules =
                new Rules(
                        new Format.English(
                                Ladder.EBAY_US,
                                null,
                                null,
                                null,
                                OwnRaise.COMPLETES_STEP,
                                null,
                                false),
                        "EUR",
                        new Money(100),
                        null,
                        Instant.now().plus(Duration.ofDays(1)),
                        false);
        return new ListLot(
                id(),
                lot,
                new AccountId("seller"),
                new Listing("A clock", "Ticks.", rules, null, List.of()));
    }

    /** Every bid beats the one before: the leader changes and an event is due each time. */
    private static PlaceBid bid(LotId lot, int i) {
        return new PlaceBid(
                id(),
                lot,
                new AccountId("bidder" + i % BIDDERS),
                new Money(100 + 20_000L * i),
                true,
                false);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    private static String[] settings(String bootstrapServers) {
        return Stream.of(
                        "server.port=0",
                        "logging.level.root=warn",
                        "spring.main.banner-mode=off",
                        "spring.kafka.bootstrap-servers=" + bootstrapServers,
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/unused")
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        decisions.close();
        producer.close();
        service.close();
    }
}
