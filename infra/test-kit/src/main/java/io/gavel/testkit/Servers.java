package io.gavel.testkit;

import io.gavel.localstack.GavelTopics;
import io.gavel.localstack.KafkaBroker;
import io.gavel.localstack.PostgresServer;

/**
 * One real PostgreSQL (fsync on) and one real Kafka broker per test JVM. Each is started when first
 * asked for, keeps its data in a temporary folder and is stopped when the JVM ends.
 */
public final class Servers {
    private Servers() {}

    /** The PostgreSQL that all tests of this JVM share. */
    public static SharedPostgres postgres() {
        return Postgres.SHARED;
    }

    /** The Kafka broker that all tests of this JVM share; Gavel's topics are there. */
    public static SharedKafka kafka() {
        return Kafka.SHARED;
    }

    /**
     * Another broker, with Gavel's empty topics, for a test that suspends, kills or restarts it.
     * The caller closes it.
     */
    public static KafkaBroker freshBroker() {
        KafkaBroker broker = KafkaBroker.start(AtEnd.folder("kafka"));
        AtEnd.close(broker);
        broker.createTopics(GavelTopics.all());
        return broker;
    }

    private static final class Postgres {
        static final SharedPostgres SHARED = start();

        private static SharedPostgres start() {
            PostgresServer server = PostgresServer.start(AtEnd.folder("postgres"));
            AtEnd.close(server);
            return new SharedPostgres(server);
        }
    }

    private static final class Kafka {
        static final SharedKafka SHARED = new SharedKafka(freshBroker());
    }
}
