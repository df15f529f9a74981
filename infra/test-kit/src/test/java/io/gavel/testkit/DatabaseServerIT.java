package io.gavel.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.localstack.Database;
import io.gavel.localstack.PostgresSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tests rely on of PostgreSQL, be it embedded or in a container. */
class DatabaseServerIT {
    private final DatabaseServer server = Servers.postgres().server();

    @Test
    void eachFreshDatabaseIsEmpty() throws Exception {
        for (int i = 0; i < 2; i++) {
            execute(fresh(), "CREATE TABLE bid (amount bigint)");
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndAfterAStop() throws Exception {
        Database database = fresh();
        execute(database, "CREATE TABLE bid (amount bigint)");
        execute(database, "INSERT INTO bid VALUES (1250)");
        server.kill();
        server.restart();
        execute(database, "INSERT INTO bid VALUES (1300)");
        server.stop();
        server.restart();
        server.restart();
        assertThat(one(database, "SELECT string_agg(amount::text, ' ' ORDER BY amount) FROM bid"))
                .isEqualTo("1250 1300");
    }

    @Test
    void itIsTheVersionThatTheImagesNameAndSetAsItHasToBe() throws Exception {
        Database database = fresh();
        assertThat(one(database, "SHOW server_version")).startsWith(ServerImage.POSTGRES.version());
        for (String setting : PostgresSettings.server()) {
            List<String> parts = List.of(setting.split("=", 2));
            if (parts.getFirst().equals("timezone")) {
                continue; // JDBC sets its own for each session.
            }
            assertThat(one(database, "SHOW " + parts.getFirst()))
                    .as(parts.getFirst())
                    .isEqualTo(parts.getLast());
        }
        String locale =
                one(
                        database,
                        "SELECT pg_encoding_to_char(encoding) || ' ' || datlocale FROM pg_database"
                                + " WHERE datname = current_database()");
        assertThat(locale).isEqualTo("UTF8 C.UTF-8");
    }

    private static Database fresh() {
        return Servers.postgres().freshDatabase("bidding");
    }

    private static void execute(Database database, String statement) throws SQLException {
        try (Connection connection = connect(database)) {
            connection.createStatement().execute(statement);
        }
    }

    private static String one(Database database, String query) throws SQLException {
        try (Connection connection = connect(database);
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
    }
}
