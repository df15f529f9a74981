package io.gavel.testkit;

import io.gavel.localstack.GavelTopics;

/**
 * One real PostgreSQL (fsync on) and one real Kafka broker per test JVM. Each is started when first
 * asked for, keeps its data for itself and is gone, with them, when the JVM ends. They are
 * processes of this machine or containers, see {@link ServerSource}; a test does not see which.
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

    /** Another PostgreSQL, for a test that stops or kills it. The caller closes it. */
    public static DatabaseServer freshPostgres() {
        DatabaseServer server = ServerSource.chosen().startDatabaseServer();
        AtEnd.close(server);
        return server;
    }

    /**
     * Another broker, with Gavel's empty topics, for a test that suspends, kills or restarts it.
     * The caller closes it.
     */
    public static Broker freshBroker() {
        Broker broker = ServerSource.chosen().startBroker();
        AtEnd.close(broker);
        broker.createTopics(GavelTopics.all());
        return broker;
    }

    private static final class Postgres {
        static final SharedPostgres SHARED = new SharedPostgres(freshPostgres());
    }

    private static final class Kafka {
        static final SharedKafka SHARED = new SharedKafka(freshBroker());
    }
}
