package io.gavel.testkit;

import io.gavel.localstack.BrokerSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.kafka.KafkaContainer;

/** A broker in a container. */
final class ContainerBroker implements Broker {
    private static final int PORT = 9092;

    /** Of this JVM and all that it starts, as the build has it. */
    private static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private final KafkaContainer kafka;
    private final ServerContainer container;

    ContainerBroker() {
        kafka = new KafkaContainer(ServerImage.KAFKA.chosen());
        BrokerSettings.behaviour()
                .forEach((setting, value) -> kafka.withEnv(variable(setting), value));
        kafka.withEnv("KAFKA_HEAP_OPTS", "-Xms256m -Xmx512m");
        kafka.withEnv("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC");
        Optional.ofNullable(System.getenv(JAVA_OPTIONS))
                .ifPresent(options -> kafka.withEnv(JAVA_OPTIONS, options));
        container = new ServerContainer(kafka, PORT, this::answers);
        container.start();
    }

    /** By which Kafka's image takes a setting. */
    static String variable(String setting) {
        return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private boolean answers() {
        try (Admin admin = admin()) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        }
    }

    /** For Spring Boot, which takes the address from it. */
    KafkaContainer container() {
        return kafka;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void suspend() {
        container.suspend();
    }

    @Override
    public void resume() {
        container.resume();
    }

    @Override
    public void kill() {
        container.kill();
    }

    @Override
    public void restart() {
        container.kill();
        container.startAgain();
    }

    @Override
    public void close() {
        container.close();
    }
}
