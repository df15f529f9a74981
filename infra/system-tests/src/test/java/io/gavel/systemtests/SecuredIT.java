package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.gavel.localstack.Certificates;
import io.gavel.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What docs/configuration/security.md says, with servers that let nobody in otherwise. */
@Timeout(180)
class SecuredIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.secured();

    @TempDir static Path folder;

    /** A setting that is wrong, and what is said of it. */
    private record Wrong(String name, Map<String, String> told, String sentence) {
        static Wrong of(String name, String variable, String value, String sentence) {
            return new Wrong(name, Map.of(variable, value), sentence);
        }

        Wrong orFail() {
            Throwable failure =
                    catchThrowable(() -> GAVEL.stack().anotherBiddingTold(name, told).close());
            assertThat(failure)
                    .isInstanceOf(StackFailure.class)
                    .hasMessageStartingWith(name + " ended with exit code 1 ")
                    .hasMessageContaining("\"level\":\"ERROR\"")
                    .hasMessageContaining("\"message\":\"" + sentence)
                    .hasMessageNotContaining("stack_trace");
            return this;
        }
    }

    @Test
    void a_bid_is_decided_over_tls_and_with_passwords_by_settings_alone() throws SQLException {
        String seller = GAVEL.api().token("sam", "SELLER");
        String lot = GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of());

        try (Participant alice = GAVEL.api().join(GAVEL.api().token("alice", "BIDDER"))) {
            assertThat(alice.bid(lot, 900).get("outcome").stringValue()).isEqualTo("accepted");
        }

        assertThat(connectionsOfServices(true)).isPositive();
        assertThat(connectionsOfServices(false)).isZero();
    }

    private static int connectionsOfServices(boolean encrypted) throws SQLException {
        try (Connection connection = GAVEL.stack().postgres().connect("postgres");
                var query =
                        connection.prepareStatement(
                                "SELECT count(*) FROM pg_stat_activity JOIN pg_stat_ssl USING (pid)"
                                        + " WHERE usename = 'gavel' AND ssl = ?")) {
            query.setBoolean(1, encrypted);
            var count = query.executeQuery();
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void what_is_wrong_stops_the_start_with_a_sentence_that_shows_no_secret() throws IOException {
        Path authority = Certificates.in(folder.resolve("others")).authority();
        Stream.of(
                        Wrong.of(
                                "unknown-setting",
                                "GAVEL_BATCHES_UNTOL",
                                "5",
                                "GAVEL_BATCHES_UNTOL: unknown setting (did you mean"
                                        + " GAVEL_BATCHES_UNTOLD?)"),
                        Wrong.of(
                                "wrong-database-authority",
                                "SPRING_FLYWAY_URL",
                                GAVEL.stack().jdbcUrl("bidding")
                                        + "?sslmode=verify-full&sslrootcert="
                                        + authority,
                                "PostgreSQL: "),
                        Wrong.of(
                                "wrong-database-password",
                                "SPRING_FLYWAY_PASSWORD",
                                "hush",
                                "PostgreSQL: "),
                        Wrong.of(
                                "wrong-broker-authority",
                                "SPRING_SSL_BUNDLE_PEM_KAFKA_TRUSTSTORE_CERTIFICATE",
                                "file:" + authority,
                                "Kafka: SSL handshake failed"),
                        Wrong.of(
                                "wrong-broker-password",
                                "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                        + " username=\"gavel\" password=\"hush\";",
                                "Kafka: Authentication failed"))
                .map(wrong ->
                        CompletableFuture.supplyAsync(wrong::orFail, Thread::startVirtualThread))
                .toList()
                .forEach(CompletableFuture::join);

        for (Path log : Files.list(GAVEL.data().resolve("logs")).toList()) {
            assertThat(Files.readString(log)).as(log.toString()).doesNotContain("hush");
        }
    }
}
