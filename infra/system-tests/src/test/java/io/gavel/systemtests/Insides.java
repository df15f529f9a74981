package io.gavel.systemtests;

import io.gavel.contracts.command.Command;
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
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What is inside of a running Gavel: the records on Kafka and the rows in PostgreSQL. */
final class Insides {

    private static final Format ENGLISH =
            new Format.English(
                    Ladder.EBAY_US, null, null, null, OwnRaise.COMPLETES_STEP, null, false);

    private final RunningGavel gavel;

    Insides(RunningGavel gavel) {
        this.gavel = gavel;
    }

    static PlaceBid bid(String lot, String bidder, long amount) {
        return new PlaceBid(
                new CommandId(UUID.randomUUID()),
                LotId.parse(lot),
                new AccountId(bidder),
                new Money(amount),
                true,
                false);
    }

    /** The command that lists an English lot from 1.00 on eBay's ladder. */
    static ListLot listing(String lot, Instant closesAt) {
        Rules rules = new Rules(ENGLISH, "EUR", new Money(100), null, closesAt, false);
        return new ListLot(
                new CommandId(UUID.randomUUID()),
                LotId.parse(lot),
                new AccountId("sam"),
                new Listing("A clock", "Ticks.", rules, null, List.of()));
    }

    /** Sends all commands in one produce batch, so that one poll gets them all. */
    void send(List<? extends Command> commands) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        gavel.stack().bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        500);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Command command : commands) {
                byte[] key = command.lot().toString().getBytes(StandardCharsets.UTF_8);
                producer.send(
                        new ProducerRecord<>(
                                Topics.LOT_COMMANDS.topic(),
                                key,
                                CommandJson.write(command, Instant.EPOCH)));
            }
        }
    }

    /**
     * What was published, each text once: the broker may have taken a first publish in the dark.
     */
    List<String> published(Topics topic, String lot) {
        return List.copyOf(
                new LinkedHashSet<>(publishedOf(topic, Set.of(lot)).getOrDefault(lot, List.of())));
    }

    /** All that was published of some lots, in order. */
    Map<String, List<String>> publishedOf(Topics topic, Set<String> lots) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        gavel.stack().bootstrapServers(),
                        "auto.offset.reset",
                        "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.topic()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, List<String>> found = new HashMap<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    String lot = new String(record.key(), StandardCharsets.UTF_8);
                    if (lots.contains(lot)) {
                        found.computeIfAbsent(lot, _ -> new ArrayList<>())
                                .add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
            return found;
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                gavel.stack().jdbcUrl("bidding"), "postgres", "postgres");
    }

    /** How many statements wait for a lock; of those that are like the pattern. */
    int waiting(String pattern) throws SQLException {
        return rows(
                        "select '1'::bytea from pg_stat_activity where wait_event_type = 'Lock' and"
                                + " query like ?",
                        pattern)
                .size();
    }

    List<String> decisions(String lot) throws SQLException {
        return pages("decisions", lot);
    }

    /** Of some lots, lot by lot. */
    List<String> decisions(List<String> lots) throws SQLException {
        String query =
                "select decisions from page where lot = any(?::uuid[]) and decisions <> ''"
                        + " order by lot, first_offset";
        return lines(rows(query, "{" + String.join(",", lots) + "}"));
    }

    List<String> events(String lot) throws SQLException {
        return pages("events", lot);
    }

    List<String> pages(String column, String lot) throws SQLException {
        String query =
                "select %1$s from page where lot = ?::uuid and %1$s <> '' order by first_offset";
        return lines(rows(query.formatted(column), lot));
    }

    private static List<String> lines(List<String> pages) {
        return pages.stream().flatMap(page -> Stream.of(page.split("\n"))).toList();
    }

    List<String> rows(String query, String parameter) throws SQLException {
        try (Connection database = connect();
                PreparedStatement statement = database.prepareStatement(query)) {
            statement.setString(1, parameter);
            List<String> bodies = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bodies.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
                }
            }
            return bodies;
        }
    }
}
