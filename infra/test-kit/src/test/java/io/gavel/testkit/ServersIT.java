package io.gavel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ServersIT {
    @Test
    void eachFreshDatabaseIsEmpty() throws Exception {
        for (int i = 0; i < 2; i++) {
            Database database = Servers.postgres().freshDatabase("bidding");
            try (var connection =
                            DriverManager.getConnection(
                                    database.jdbcUrl(), database.username(), database.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE bid (amount bigint)");
            }
        }
    }

    @Test
    void freshTopicsHoldNothing() throws Exception {
        send("bid");
        assertThat(end()).isEqualTo(1);
        Servers.kafka().freshTopics();
        assertThat(end()).isZero();
        send("bid");
        assertThat(end()).isEqualTo(1);
    }

    private static void send(String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Servers.kafka().bootstrapServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.Names.LOT_COMMANDS, 3, "lot", value))
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static long end() throws Exception {
        TopicPartition partition = new TopicPartition(Topics.Names.LOT_COMMANDS, 3);
        try (var admin = Servers.kafka().broker().admin()) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(20, TimeUnit.SECONDS)
                    .offset();
        }
    }
}
