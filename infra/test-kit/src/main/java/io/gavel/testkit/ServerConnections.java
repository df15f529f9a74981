package io.gavel.testkit;

import io.gavel.localstack.GavelTopics;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Connects the Spring context of a {@code @SpringBootTest} that imports it: to an empty database,
 * and to a broker with Gavel's topics.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ServerConnections {

    @Bean
    @ConditionalOnProperty(
            name = ServerSource.PROPERTY,
            havingValue = "embedded",
            matchIfMissing = true)
    DynamicPropertyRegistrar embeddedServers() {
        return properties -> {
            Servers.postgres()
                    .freshDatabase("context")
                    .springProperties()
                    .forEach((name, value) -> properties.add(name, () -> value));
            properties.add("spring.kafka.bootstrap-servers", Servers.kafka()::bootstrapServers);
        };
    }

    /** Containers that live as long as the context. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = ServerSource.PROPERTY, havingValue = "containers")
    static class Containers {

        @Bean
        @ServiceConnection
        PostgreSQLContainer postgres() {
            return new ContainerDatabaseServer().container();
        }

        @Bean
        @ServiceConnection
        KafkaContainer kafka() {
            ContainerBroker broker = new ContainerBroker();
            broker.createTopics(GavelTopics.all());
            return broker.container();
        }
    }
}
