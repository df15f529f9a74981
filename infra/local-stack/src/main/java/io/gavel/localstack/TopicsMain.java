package io.gavel.localstack;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Makes Gavel's topics in a Kafka that runs already, and goes. How many replicas they have, and how
 * many of those must take a record, is what the brokers have as their defaults.
 */
final class TopicsMain {
    private static final int FAILED = 1;
    private static final int UNCLEAR = 2;

    private TopicsMain() {}

    /** Takes the brokers' addresses, as in {@code kafka-1:9092,kafka-2:9092}. */
    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "io/gavel/localstack/launcher-logback.xml");
        if (args.length != 1) {
            System.err.println(
                    "topics: " + args.length + " arguments (expected: host:port,host:port)");
            System.exit(UNCLEAR);
        }
        Properties settings = new Properties();
        settings.putAll(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, args[0]));
        try (Admin admin = Admin.create(settings)) {
            new BrokerTopics(admin).create(GavelTopics.all());
            GavelTopics.all().forEach(topic -> System.out.println(topic.name()));
        } catch (StackFailure e) {
            System.err.println("topics: " + e.getMessage());
            System.exit(FAILED);
        }
    }
}
