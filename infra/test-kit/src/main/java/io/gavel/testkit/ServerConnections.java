package io.gavel.testkit;

import io.gavel.localstack.Database;
import io.gavel.localstack.GavelTopics;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Connects the Spring context of a {@code @SpringBootTest} that imports it: to an empty database,
 * and to a broker with Gavel's empty topics.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ServerConnections {

    /** To the servers that all tests of this JVM share. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(
            name = ServerSource.PROPERTY,
            havingValue = "embedded",
            matchIfMissing = true)
    static class Shared {
        private final Database database = Servers.postgres().freshDatabase("context");

        @Bean
        R2dbcConnectionDetails database() {
            return () ->
                    ConnectionFactoryOptions.parse(database.r2dbcUrl())
                            .mutate()
                            .option(ConnectionFactoryOptions.USER, database.username())
                            .option(ConnectionFactoryOptions.PASSWORD, database.password())
                            .build();
        }

        @Bean
        Migrated migrated() {
            return new Migrated(database);
        }

        @Bean
        KafkaConnectionDetails broker() {
            Servers.kafka().freshTopics();
            return () -> List.of(Servers.kafka().bootstrapServers());
        }
    }

    /** Flyway asks whether there is the one, and then the other where it is. */
    record Migrated(Database database) implements JdbcConnectionDetails, FlywayConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return database.jdbcUrl();
        }

        @Override
        public String getUsername() {
            return database.username();
        }

        @Override
        public String getPassword() {
            return database.password();
        }

        @Override
        public String getDriverClassName() {
            return JdbcConnectionDetails.super.getDriverClassName();
        }
    }

    /** To containers that live as long as the context. */
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
