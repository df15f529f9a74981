package io.gavel.testkit;

import io.gavel.localstack.GavelTopics;

/** The Kafka broker of a test JVM. */
public final class SharedKafka {
    private final Broker broker;

    SharedKafka(Broker broker) {
        this.broker = broker;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /**
     * Deletes Gavel's topics, with all records and the groups' offsets in them, and creates them
     * again. Nothing else in this JVM may be reading or writing them.
     */
    public void freshTopics() {
        broker.deleteTopics(GavelTopics.all());
        broker.createTopics(GavelTopics.all());
    }

    /** The shared broker itself. Tests that stop it use {@link Servers#freshBroker()} instead. */
    public Broker broker() {
        return broker;
    }
}
