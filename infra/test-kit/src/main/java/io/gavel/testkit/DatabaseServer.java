package io.gavel.testkit;

import io.gavel.localstack.Database;
import io.gavel.localstack.Databases;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A real PostgreSQL that nobody but the tests uses. It is set as {@link
 * io.gavel.localstack.PostgresSettings} says, and keeps its port and its data until it is closed.
 */
public sealed interface DatabaseServer extends AutoCloseable
        permits EmbeddedDatabaseServer, ContainerDatabaseServer {
    /** On this machine. */
    int port();

    /** Ends the server's connections and the server, by force after 15 s. */
    void stop();

    /** Ends the server as a power cut would. */
    void kill();

    /**
     * Starts the server again with the same data on the same port, and returns when it answers; a
     * running one is stopped first.
     *
     * @throws RuntimeException if it does not answer within 120 s
     */
    void restart();

    /** Ends the server for good. Closing it once more does nothing. */
    @Override
    void close();

    /** Creates the database unless it is there already; the name is a plain SQL identifier. */
    default Database createDatabase(String name) {
        return new Databases(port()).create(name);
    }

    /** Opens a JDBC connection; the caller closes it. */
    default Connection connect(String database) throws SQLException {
        return new Databases(port()).connect(database);
    }
}
