package io.gavel.bench;

import io.gavel.localstack.Database;
import io.gavel.localstack.GavelTopics;
import io.gavel.localstack.KafkaBroker;
import io.gavel.localstack.PostgresServer;
import java.nio.file.Path;
import java.util.List;

/** What is measured on: PostgreSQL with fsync on, one Kafka broker and one bidding-service. */
final class Stack implements AutoCloseable {

    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final BiddingProcess bidding;

    private Stack(PostgresServer postgres, KafkaBroker kafka, BiddingProcess bidding) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.bidding = bidding;
    }

    /** Starts everything with its data in the folder, which is best on the disk that counts. */
    static Stack start(Path folder) {
        PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"));
        KafkaBroker kafka = KafkaBroker.startForSpeed(folder.resolve("kafka"));
        kafka.createTopics(GavelTopics.all());
        kafka.createTopics(List.of(Latency.HOP));
        BiddingProcess bidding =
                new BiddingProcess(
                        postgres.createDatabase("bidding"),
                        kafka.bootstrapServers(),
                        folder.resolve("bidding-service.log"));
        return new Stack(postgres, kafka, bidding);
    }

    KafkaClients clients() {
        return new KafkaClients(kafka.bootstrapServers());
    }

    /** On the same server as Gavel's. */
    Database lockingDatabase() {
        return postgres.createDatabase("locking");
    }

    BiddingProcess bidding() {
        return bidding;
    }

    @Override
    public void close() {
        bidding.close();
        kafka.close();
        postgres.close();
    }
}
