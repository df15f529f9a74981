package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.topic.Topics;
import io.gavel.testkit.HashChain;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(180)
class CrashIT {

    @RegisterExtension static final RunningGavel GAVEL = new RunningGavel();

    private static final int BIDS = 5;

    /**
     * The batch is held at the database by a lock on its partition's progress until the broker is
     * stopped, so that it commits and then hangs in its publish; there it is killed.
     */
    @Test
    void killed_between_commit_and_publish_it_tells_what_is_stored_and_decides_nothing_twice()
            throws SQLException {
        String lot =
                GAVEL.list(
                        GAVEL.api().token("sam", "SELLER"),
                        Instant.now().plusSeconds(3_600),
                        Map.of());
        List<PlaceBid> bids =
                IntStream.rangeClosed(1, BIDS)
                        .mapToObj(i -> bid(lot, "bidder" + i, 500L * i))
                        .toList();

        try (Connection database = connect()) {
            database.setAutoCommit(false);
            lockProgress(database);
            send(bids);
            await("the batch to wait for the lock")
                    .atMost(Duration.ofSeconds(20))
                    .until(CrashIT::somebodyWaits);
            GAVEL.stack().kafka().suspend();
            database.commit();
        }
        await("the commit")
                .atMost(Duration.ofSeconds(20))
                .until(() -> decisions(lot).size() == BIDS + 1);
        List<String> stored = decisions(lot);
        List<String> storedEvents = events(lot);
        GAVEL.stack().bidding().kill();
        GAVEL.stack().kafka().resume();

        assertThat(published(Topics.DECISIONS, lot)).hasSize(1);
        GAVEL.stack().bidding().restart();
        await("all decisions told")
                .atMost(Duration.ofSeconds(60))
                .until(() -> published(Topics.DECISIONS, lot).size() >= stored.size());

        assertThat(decisions(lot)).isEqualTo(stored);
        assertThat(events(lot)).isEqualTo(storedEvents);
        assertThat(published(Topics.DECISIONS, lot)).isEqualTo(stored);
        assertThat(published(Topics.LOT_EVENTS, lot)).isEqualTo(storedEvents);
        HashChain.assertUnbroken(GAVEL.api().log(lot));
    }

    private static PlaceBid bid(String lot, String bidder, long amount) {
        return new PlaceBid(
                new CommandId(UUID.randomUUID()),
                LotId.parse(lot),
                new AccountId(bidder),
                new Money(amount),
                true,
                false);
    }

    /** Sends all bids in one produce batch, so that one poll gets them all. */
    private static void send(List<PlaceBid> bids) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        GAVEL.stack().bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        500);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (PlaceBid bid : bids) {
                byte[] key = bid.lot().toString().getBytes(StandardCharsets.UTF_8);
                producer.send(
                        new ProducerRecord<>(
                                Topics.LOT_COMMANDS.topic(),
                                key,
                                CommandJson.write(bid, Instant.EPOCH)));
            }
        }
    }

    /**
     * What was published, each text once: the broker may have taken a first publish in the dark.
     */
    private static List<String> published(Topics topic, String lot) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        GAVEL.stack().bootstrapServers(),
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
            Set<String> found = new LinkedHashSet<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(lot)) {
                        found.add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
            return List.copyOf(found);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                GAVEL.stack().jdbcUrl("bidding"), "postgres", "postgres");
    }

    private static void lockProgress(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("select * from partition_progress for update");
        }
    }

    private static boolean somebodyWaits() throws SQLException {
        return !rows(
                        "select '1'::bytea from pg_stat_activity where wait_event_type = 'Lock' and"
                                + " query like '%partition_progress%' and ? <> ''",
                        "x")
                .isEmpty();
    }

    private static List<String> decisions(String lot) throws SQLException {
        return pages("decisions", lot);
    }

    private static List<String> events(String lot) throws SQLException {
        return pages("events", lot);
    }

    private static List<String> pages(String column, String lot) throws SQLException {
        String query =
                "select %1$s from page where lot = ?::uuid and %1$s <> '' order by first_offset";
        return rows(query.formatted(column), lot).stream()
                .flatMap(page -> Stream.of(page.split("\n")))
                .toList();
    }

    private static List<String> rows(String query, String parameter) throws SQLException {
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
