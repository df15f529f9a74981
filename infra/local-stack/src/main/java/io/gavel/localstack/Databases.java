package io.gavel.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The databases of the PostgreSQL server on a port of this machine, in a container or not. */
public record Databases(int port) {
    /** How to reach the database of that name, be it there or not. */
    public Database named(String name) {
        return Database.at(port, name);
    }

    /**
     * Creates the database unless it is there already; the name is a plain SQL identifier.
     *
     * @throws StackFailure if the server cannot be asked, or refuses
     */
    public Database create(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "database: " + name + " (expected: a lower-case SQL identifier)");
        }
        try (Connection connection = connect("postgres");
                var exists =
                        connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                create.execute("CREATE DATABASE " + name);
            }
            return named(name);
        } catch (SQLException e) {
            throw new StackFailure("cannot create database " + name + ": " + e.getMessage(), e);
        }
    }

    /** Opens a JDBC connection; the caller closes it. */
    public Connection connect(String name) throws SQLException {
        Database target = named(name);
        return DriverManager.getConnection(target.jdbcUrl(), target.username(), target.password());
    }

    /** Whether the server takes connections and answers on them. */
    public boolean answer() {
        if (!FreePorts.isTaken(port)) {
            return false;
        }
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
