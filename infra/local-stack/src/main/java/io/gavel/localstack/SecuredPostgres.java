package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * PostgreSQL as it is run for others: they come over TLS and with a password (SCRAM), or not at
 * all. The stack itself goes on as the user {@code postgres} of this machine.
 */
final class SecuredPostgres {
    private static final String WHO_MAY_COME_IN =
            """
            hostssl   all  gavel     samehost  scram-sha-256
            hostnossl all  gavel     all       reject
            host      all  postgres  samehost  trust
            """;

    private SecuredPostgres() {}

    /** The settings; what they name is made in a folder beside the cluster. */
    static List<String> settings(Path cluster, Secured secured) throws IOException {
        Path folder = cluster.resolveSibling("tls");
        Files.createDirectories(folder);
        Path key = folder.resolve("server.key");
        Certificates.ownerOnly(key, Files.readString(secured.authority().serverKey()));
        Path certificate = folder.resolve("server.crt");
        Files.writeString(certificate, Files.readString(secured.authority().server()));
        Path hba = folder.resolve("pg_hba.conf");
        Files.writeString(hba, WHO_MAY_COME_IN);
        Unprivileged.own(folder);
        return List.of(
                "ssl=on", "ssl_cert_file=" + certificate, "ssl_key_file=" + key, "hba_file=" + hba);
    }

    /** Makes the services' user, with its password, the owner of the databases. */
    static void handOver(PostgresServer server, Secured secured, List<String> databases) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            var known =
                    statement.executeQuery(
                            "SELECT FROM pg_roles WHERE rolname = '" + Secured.USER + "'");
            String what = known.next() ? "ALTER" : "CREATE";
            statement.execute(
                    what
                            + " ROLE "
                            + Secured.USER
                            + " LOGIN PASSWORD '"
                            + secured.databasePassword()
                            + "'");
            for (String database : databases) {
                statement.execute("ALTER DATABASE " + database + " OWNER TO " + Secured.USER);
            }
        } catch (SQLException | IOException e) {
            throw new StackFailure("cannot make the user of the databases: " + e.getMessage(), e);
        }
    }
}
