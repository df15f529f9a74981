package io.gavel.localstack;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of a single Kafka node that is broker and controller at once, sized for one machine.
 */
public final class BrokerSettings {
    private static final Map<String, String> ROLE =
            Map.of(
                    "process.roles",
                    "broker,controller",
                    "node.id",
                    "1",
                    "controller.listener.names",
                    "CONTROLLER",
                    "listener.security.protocol.map",
                    "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");

    private static final Map<String, String> BEHAVIOUR =
            Map.ofEntries(
                    Map.entry("auto.create.topics.enable", "false"),
                    Map.entry("default.replication.factor", "1"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "4"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "4"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    Map.entry("group.consumer.min.heartbeat.interval.ms", "100"),
                    Map.entry("group.consumer.heartbeat.interval.ms", "500"),
                    Map.entry("group.consumer.min.session.timeout.ms", "1000"),
                    Map.entry("group.consumer.session.timeout.ms", "6000"),
                    Map.entry("broker.heartbeat.interval.ms", "500"),
                    Map.entry("broker.session.timeout.ms", "3000"),
                    Map.entry("num.network.threads", "2"),
                    Map.entry("num.io.threads", "4"),
                    Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                    Map.entry("log.index.size.max.bytes", "2097152"));

    private BrokerSettings() {}

    /**
     * How the node behaves, wherever it runs: no topics that nobody created, no replicas, no
     * waiting for more members, and a killed member's partitions are free again after 6 s.
     */
    public static Map<String, String> behaviour() {
        return BEHAVIOUR;
    }

    /** With {@code more} beside and instead of the usual ones. */
    static void write(Path file, Path logs, int port, int controllerPort, Map<String, String> more)
            throws IOException {
        Properties settings = new Properties();
        settings.putAll(ROLE);
        settings.putAll(BEHAVIOUR);
        settings.setProperty("log.dirs", logs.toString());
        settings.setProperty(
                "listeners",
                "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.setProperty("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.putAll(more);
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
    }
}
