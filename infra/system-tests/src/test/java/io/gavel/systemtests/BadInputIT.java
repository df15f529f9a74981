package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whatever comes in: a clear answer, everything stays up, nothing is written. */
@Timeout(120)
class BadInputIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final String ID = "0197a1b2-0000-7000-8000-000000000001";

    private static String seller;
    private static String alice;
    private static String lot;

    private long decisionsBefore;

    @BeforeAll
    static void signIn() {
        seller = GAVEL.api().token("sam", "SELLER");
        alice = GAVEL.api().token("alice", "BIDDER");
        lot = GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of());
    }

    @BeforeEach
    void count() throws SQLException {
        decisionsBefore = decisions();
    }

    @AfterEach
    void nothingIsWritten() throws SQLException {
        assertThat(decisions()).isEqualTo(decisionsBefore);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"bid\"                                                          |"
                        + " malformed",
                "[1,2]                                                                      |"
                        + " malformed",
                "{\"kind\":\"bid\"}                                                         |"
                        + " invalid",
                "{\"type\":\"buy-everything\"}                                              |"
                        + " unknown-type",
                "{\"type\":\"bid\",\"id\":\"1\",\"lot\":\"LOT\",\"amount\":500}             |"
                        + " invalid",
                "{\"type\":\"bid\",\"id\":\"ID\",\"lot\":\"none\",\"amount\":500}           |"
                        + " invalid",
                "{\"type\":\"bid\",\"id\":\"ID\",\"lot\":\"LOT\",\"amount\":-500}           |"
                        + " invalid",
                "{\"type\":\"bid\",\"id\":\"ID\",\"lot\":\"LOT\",\"amount\":0}              |"
                        + " invalid",
                "{\"type\":\"bid\",\"id\":\"ID\",\"lot\":\"LOT\",\"amount\":1.5}            |"
                        + " invalid",
                "{\"type\":\"bid\",\"id\":\"ID\",\"lot\":\"LOT\",\"amount\":\"500\"}        |"
                        + " invalid",
                "{\"type\":\"bid\",\"id\":\"ID\",\"lot\":\"LOT\",\"amount\":1e400}          |"
                        + " invalid",
                "{\"type\":\"bid\",\"id\":\"ID\",\"lot\":\"LOT\",\"amount\":9223372036854775808} |"
                        + " invalid",
                "{\"type\":\"bid\",\"id\":\"ID\",\"lot\":\"LOT\",\"amount\":5,\"amount\":6} |"
                        + " malformed",
                "{\"type\":\"watch\",\"lot\":\"LOT\",\"feed\":\"all\"}                      |"
                        + " invalid",
                "{\"type\":\"watch\",\"lot\":\"LOT\",\"feed\":\"log\",\"after\":-1}         |"
                        + " invalid",
                "{\"type\":\"watch\",\"lot\":\"ID\",\"feed\":\"log\"}                       |"
                        + " unknown-lot",
                "{\"type\":\"auth\",\"token\":\"FORGED\"}                                   |"
                        + " bad-token",
                "{\"type\":\"auth\",\"token\":\"nonsense\"}                                 |"
                        + " bad-token",
                "{\"type\":\"ping\",\"t\":1,\"filler\":\"LONG\"}                            |"
                        + " frame-too-large",
            })
    void a_frame_that_cannot_be_obeyed_gets_an_error_and_the_connection_stays(
            String frame, String code) {
        try (Participant a = GAVEL.api().join(alice)) {
            a.say(
                    frame.replace("LOT", lot)
                            .replace("FORGED", forged())
                            .replace("LONG", "x".repeat(9_000))
                            .replace("\"ID\"", "\"" + ID + "\""));

            JsonNode error = a.await("error").json();
            assertThat(error.get("code").stringValue()).isEqualTo(code);
            assertThat(error.get("message").stringValue()).isNotBlank();
            a.say("{\"type\":\"ping\",\"t\":7}");
            assertThat(a.await("pong").json().get("t").intValue()).isEqualTo(7);
            assertThat(a.closeCode()).isZero();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/v1/lots/LOT/bids | {\"id\":                                | BIDDER | 400",
                "/api/v1/lots/LOT/bids | {\"id\":\"ID\",\"amount\":-1}           | BIDDER | 400",
                "/api/v1/lots/LOT/bids | {\"id\":\"ID\",\"amount\":0.5}          | BIDDER | 400",
                "/api/v1/lots/LOT/bids | {\"id\":\"ID\",\"amount\":1e400}        | BIDDER | 400",
                "/api/v1/lots/LOT/bids | {\"id\":\"x\",\"amount\":500}           | BIDDER | 400",
                "/api/v1/lots/nope/bids | {\"id\":\"ID\",\"amount\":500}         | BIDDER | 400",
                "/api/v1/lots/LOT/bids | {\"id\":\"ID\",\"amount\":500}          | SELLER | 403",
                "/api/v1/lots/LOT/bids | {\"id\":\"ID\",\"amount\":500}          | NOBODY | 401",
                "/api/v1/lots/LOT/bids | {\"id\":\"ID\",\"amount\":500}          | FORGED | 401",
                "/api/v1/lots          | {}                                      | SELLER | 400",
                "/api/v1/lots          | {\"title\":\"x\",\"currency\":\"EURO\"} | SELLER | 400",
                "/api/v1/lots          | {}                                      | BIDDER | 403",
                "/demo/token           | {\"user\":\"\",\"roles\":[\"BIDDER\"]}  | NOBODY | 400",
                "/demo/token           | {\"user\":\"eve\",\"roles\":[\"KING\"]} | NOBODY | 400",
                "/api/v1/nothing       | {}                                      | BIDDER | 404",
            })
    void a_request_that_cannot_be_obeyed_gets_a_problem(
            String path, String body, String who, int status) {
        String token =
                switch (who) {
                    case "BIDDER" -> alice;
                    case "SELLER" -> seller;
                    case "FORGED" -> forged();
                    default -> null;
                };

        Api.Answer answer =
                GAVEL.api()
                        .post(
                                path.replace("LOT", lot),
                                token,
                                body.replace("\"ID\"", "\"" + ID + "\""));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        assertThat(GAVEL.api().get("/api/v1/lots/" + lot, null).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "GET {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/lots/nope                                     | 400",
                "/api/v1/lots/0197a1b2-0000-7000-8000-00000000ffff     | 404",
                "/api/v1/lots/0197a1b2-0000-7000-8000-00000000ffff/log | 404",
                "/api/v1/lots/LOT/log?after=-1                         | 400",
                "/api/v1/lots/LOT/log?limit=0                          | 400",
                "/api/v1/lots?limit=100000                             | 400",
                "/api/v1/lots?status=lost                              | 400",
                "/api/v1/lots?cursor=%21                               | 400",
                "/api/v1/bids/0197a1b2-0000-7000-8000-000000000001     | 401",
                "/api/v1/me/sales                                      | 401",
            })
    void a_read_that_makes_no_sense_gets_a_problem(String path, int status) {
        Api.Answer answer = GAVEL.api().get(path.replace("LOT", lot), null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    /** Alice's token, claiming to be somebody else: the signature no longer fits. */
    private static String forged() {
        String[] parts = alice.split("\\.");
        String claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("alice", "mallory");
        return parts[0]
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + "."
                + parts[2];
    }

    private static long decisions() throws SQLException {
        try (Connection database =
                        DriverManager.getConnection(
                                GAVEL.stack().jdbcUrl("bidding"), "postgres", "postgres");
                ResultSet rows =
                        database.createStatement().executeQuery("select count(*) from command")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
