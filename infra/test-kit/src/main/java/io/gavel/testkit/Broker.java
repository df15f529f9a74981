package io.gavel.testkit;

import io.gavel.localstack.BrokerTopics;
import io.gavel.localstack.TopicSpec;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka broker that nobody but the tests uses. It behaves as {@link
 * io.gavel.localstack.BrokerSettings} says, and keeps its address and its log until it is closed.
 */
public sealed interface Broker extends AutoCloseable permits EmbeddedBroker, ContainerBroker {
    /** {@code <host>:<port>}. */
    String bootstrapServers();

    /** Stops the broker where it is (SIGSTOP): connections stay open, nothing answers. */
    void suspend();

    /** Lets a suspended broker go on (SIGCONT); nothing happens to one that is not suspended. */
    void resume();

    /** Ends the broker at once (SIGKILL). */
    void kill();

    /**
     * Starts the broker again with the same log at the same address, and returns when it answers; a
     * running one is killed first.
     *
     * @throws RuntimeException if it does not answer within 120 s
     */
    void restart();

    /** Ends the broker for good. Closing it once more does nothing. */
    @Override
    void close();

    /** A client for administration; the caller closes it. */
    default Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    /** Creates the topics that are not there yet. */
    default void createTopics(Collection<TopicSpec> topics) {
        try (Admin admin = admin()) {
            new BrokerTopics(admin).create(topics);
        }
    }

    /** Deletes the topics that are there, with all records and the groups' offsets in them. */
    default void deleteTopics(Collection<TopicSpec> topics) {
        try (Admin admin = admin()) {
            new BrokerTopics(admin).delete(topics);
        }
    }
}
