package io.gavel.testkit;

import io.gavel.localstack.Databases;
import io.gavel.localstack.PostgresSettings;
import java.util.stream.Stream;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL in a container. */
final class ContainerDatabaseServer implements DatabaseServer {
    /** User, password and first database, as {@link io.gavel.localstack.Database} has them. */
    private static final String NAME = "postgres";

    private final PostgreSQLContainer postgres;
    private final ServerContainer container;

    ContainerDatabaseServer() {
        postgres =
                new PostgreSQLContainer(ServerImage.POSTGRES.chosen())
                        .withDatabaseName(NAME)
                        .withUsername(NAME)
                        .withPassword(NAME)
                        .withEnv(
                                "POSTGRES_INITDB_ARGS",
                                String.join(" ", PostgresSettings.cluster()))
                        .withCommand(command())
                        .withCreateContainerCmdModifier(create -> create.withStopSignal("SIGINT"));
        container =
                new ServerContainer(
                        postgres, PostgreSQLContainer.POSTGRESQL_PORT, () -> databases().answer());
        container.start();
    }

    /** In place of Testcontainers' own, which turns fsync off. */
    private static String[] command() {
        return Stream.concat(
                        Stream.of(NAME),
                        PostgresSettings.server().stream()
                                .flatMap(setting -> Stream.of("-c", setting)))
                .toArray(String[]::new);
    }

    private Databases databases() {
        return new Databases(port());
    }

    /** For Spring Boot, which takes address, user and password from it. */
    PostgreSQLContainer container() {
        return postgres;
    }

    @Override
    public int port() {
        return container.port();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void kill() {
        container.kill();
    }

    @Override
    public void restart() {
        container.stop();
        container.startAgain();
    }

    @Override
    public void close() {
        container.close();
    }
}
