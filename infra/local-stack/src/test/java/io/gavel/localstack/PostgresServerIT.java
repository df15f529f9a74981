package io.gavel.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    @TempDir Path data;

    @Test
    void keepsWhatItAcknowledgedOverKillsAndStops() throws Exception {
        int port;
        try (PostgresServer server = PostgresServer.start(data)) {
            port = server.port();
            server.createDatabase("bidding");
            server.createDatabase("bidding");
            query(server, "bidding", "CREATE TABLE bid (amount bigint)");
            query(server, "bidding", "INSERT INTO bid VALUES (1250)");
            assertThat(settings(server)).containsExactly("on", "on", "on", "100", "18.6");
            server.kill();
        }
        try (PostgresServer server = PostgresServer.start(data, port)) {
            assertThat(query(server, "bidding", "SELECT amount FROM bid")).containsExactly("1250");
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);
        }
        try (PostgresServer server = PostgresServer.start(data, port)) {
            assertThat(query(server, "bidding", "SELECT amount FROM bid")).containsExactly("1250");
        }
        try (PostgresServer server = PostgresServer.start(data, port)) {
            assertThat(query(server, "bidding", "SELECT amount FROM bid")).containsExactly("1250");
        }
    }

    @Test
    void endsTheServerThatAKilledLauncherLeftBehind() {
        PostgresServer leftover = PostgresServer.start(data);
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThat(leftover.process().isAlive()).isFalse();
            assertThat(server.process().isAlive()).isTrue();
        }
    }

    @Test
    void refusesDatabaseNamesThatWouldNeedQuoting() {
        try (PostgresServer server = PostgresServer.start(data)) {
            assertThatThrownBy(() -> server.createDatabase("a; DROP"))
                    .hasMessage("database: a; DROP (expected: a lower-case SQL identifier)");
        }
    }

    private static List<String> settings(PostgresServer server) throws SQLException {
        List<String> settings = new ArrayList<>();
        for (String name :
                List.of(
                        "fsync",
                        "full_page_writes",
                        "synchronous_commit",
                        "max_connections",
                        "server_version")) {
            settings.addAll(query(server, "postgres", "SHOW " + name));
        }
        return settings;
    }

    private static List<String> query(PostgresServer server, String database, String sql)
            throws SQLException {
        try (var connection = server.connect(database);
                var statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }
}
