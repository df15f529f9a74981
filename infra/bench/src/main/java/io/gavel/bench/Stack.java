package io.gavel.bench;

import io.gavel.localstack.Database;
import io.gavel.localstack.FreePorts;
import io.gavel.localstack.GavelTopics;
import io.gavel.localstack.KafkaBroker;
import io.gavel.localstack.PostgresServer;
import java.nio.file.Path;
import java.util.List;

/** What is measured on: PostgreSQL with fsync on, one Kafka broker and one bidding-service. */
final class Stack implements AutoCloseable {

    private static final String SETTLEMENT = "settlement-service";

    private final Path folder;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final int biddingPort;
    private final ServiceJvm bidding;

    private Stack(
            Path folder,
            PostgresServer postgres,
            KafkaBroker kafka,
            int biddingPort,
            ServiceJvm bidding) {
        this.folder = folder;
        this.postgres = postgres;
        this.kafka = kafka;
        this.biddingPort = biddingPort;
        this.bidding = bidding;
    }

    /** Starts everything with its data in the folder, which is best on the disk that counts. */
    static Stack start(Path folder) {
        PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"));
        KafkaBroker kafka = KafkaBroker.startForSpeed(folder.resolve("kafka"));
        kafka.createTopics(GavelTopics.all());
        kafka.createTopics(List.of(Hop.TOPIC));
        int port = FreePorts.next();
        List<String> command =
                BiddingMain.command(
                        postgres.createDatabase("bidding"), kafka.bootstrapServers(), port);
        ServiceJvm bidding = new ServiceJvm("bidding-service", command, folder);
        return new Stack(folder, postgres, kafka, port, bidding);
    }

    KafkaClients clients() {
        return new KafkaClients(kafka.bootstrapServers());
    }

    /** On the same server as Gavel's. */
    Database lockingDatabase() {
        return postgres.createDatabase("locking");
    }

    ServiceJvm bidding() {
        return bidding;
    }

    /** Starts a gateway before it all, and returns when it is ready. */
    RunningGateway gateway(Path home) {
        return RunningGateway.start(home, folder, kafka.bootstrapServers(), biddingPort);
    }

    /** Starts a settlement-service on a database of its own, and returns when it is ready. */
    ServiceJvm settlement(Path home) {
        int port = FreePorts.next();
        List<String> command = ExecutableJar.command(home, SETTLEMENT);
        command.addAll(
                List.of(
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/unused"));
        command.addAll(postgres.createDatabase("settlement").arguments());
        ServiceJvm process = new ServiceJvm(SETTLEMENT, command, folder);
        Readiness.await(process, port);
        return process;
    }

    @Override
    public void close() {
        bidding.close();
        kafka.close();
        postgres.close();
    }
}
