package io.gavel.gateway.connection;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestLot;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BadInputIT {

    private static final String LOT = "01970000-0000-7000-8000-000000000001";
    private static final String ID = "01970000-0000-7000-8000-00000000000a";

    @BeforeAll
    static void start() {
        gateway();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    nope                                                      | malformed
                    {"type":                                                  | malformed
                    {"type":"ping","t":1} {"type":"ping","t":2}               | malformed
                    {"type":"ping","type":"bid"}                              | malformed
                    []                                                        | malformed
                    17                                                        | malformed
                    null                                                      | malformed
                    {}                                                        | invalid
                    {"type":7}                                                | invalid
                    {"type":"dance"}                                          | unknown-type
                    {"type":"ping","t":"now"}                                 | invalid
                    {"type":"auth"}                                           | invalid
                    {"type":"auth","token":""}                                | invalid
                    {"type":"auth","token":"not.a.token"}                     | bad-token
                    {"type":"watch","lot":"1-1-1-1-1","feed":"log"}           | invalid
                    {"type":"watch","lot":"$LOT","feed":"all"}                | invalid
                    {"type":"watch","lot":"$LOT","feed":"log","after":-1}     | invalid
                    {"type":"watch","lot":"$LOT","feed":"log","after":1.5}    | invalid
                    {"type":"unwatch"}                                        | invalid
                    {"type":"bid","lot":"$LOT","amount":5}                    | invalid
                    {"type":"bid","id":"x","lot":"$LOT","amount":5}           | invalid
                    {"type":"bid","id":"$ID","lot":"$LOT"}                    | invalid
                    {"type":"bid","id":"$ID","lot":"$LOT","amount":0}         | invalid
                    {"type":"bid","id":"$ID","lot":"$LOT","amount":-5}        | invalid
                    {"type":"bid","id":"$ID","lot":"$LOT","amount":5.5}       | invalid
                    {"type":"bid","id":"$ID","lot":"$LOT","amount":"5"}       | invalid
                    {"type":"bid","id":"$ID","lot":"$LOT","amount":1e30}      | invalid
                    {"type":"bid","id":"$ID","lot":"$LOT","amount":1000000000000001}        | invalid
                    {"type":"bid","id":"$ID","lot":"$LOT","amount":99999999999999999999999} | invalid
                    """)
    void each_wrong_frame_gets_an_error_and_the_connection_stays(String frame, String code) {
        try (SocketClient client = gateway().connectAs("alice", "BIDDER")) {
            client.send(frame.replace("$LOT", LOT).replace("$ID", ID));
            JsonNode error = client.next("error");
            assertThat(error.required("code").stringValue()).isEqualTo(code);
            assertThat(error.required("message").stringValue()).isNotBlank();
            client.hearsNothing();
        }
        assertThat(gateway().topics().read().keySet())
                .extracting(Object::toString)
                .doesNotContain(ID);
    }

    @Test
    void a_frame_that_is_too_large_gets_an_error_and_the_connection_stays() {
        try (SocketClient client = gateway().connect()) {
            client.send("{\"type\":\"ping\",\"t\":" + "1".repeat(9_000) + "}");
            assertThat(code(client)).isEqualTo("frame-too-large");
            client.send("x".repeat(60_000));
            assertThat(code(client)).isEqualTo("frame-too-large");
            client.hearsNothing();
        }
    }

    @Test
    void a_huge_frame_ends_the_connection() {
        try (SocketClient client = gateway().connect()) {
            client.send("x".repeat(70_000));
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_binary_frame_gets_an_error() {
        try (SocketClient client = gateway().connect()) {
            client.sendBinary("{}".getBytes(StandardCharsets.UTF_8));
            assertThat(code(client)).isEqualTo("malformed");
            client.hearsNothing();
        }
    }

    @Test
    void a_spectator_may_not_bid() {
        try (SocketClient client = gateway().connect()) {
            UUID id = bid(client);
            JsonNode error = client.next("error");
            assertThat(error.required("code").stringValue()).isEqualTo("unauthenticated");
            assertThat(error.required("id").stringValue()).isEqualTo(id.toString());
        }
    }

    @Test
    void a_seller_who_is_no_bidder_may_not_bid() {
        try (SocketClient client = gateway().connectAs("sam", "SELLER")) {
            bid(client);
            assertThat(code(client)).isEqualTo("not-allowed");
        }
    }

    @Test
    void a_forged_or_expired_token_is_refused_without_details() {
        String forged = gateway().tokens().forged("alice", "BIDDER");
        String expired = gateway().tokens().token("alice", Duration.ofSeconds(-5), "BIDDER");
        String nobody = gateway().tokens().token("-", Duration.ofHours(1), "BIDDER");
        try (SocketClient client = gateway().connect()) {
            for (String token : new String[] {forged, expired, nobody}) {
                client.auth(token);
                assertThat(client.nextText())
                        .isEqualTo(
                                "{\"type\":\"error\",\"code\":\"bad-token\",\"message\":\"the token"
                                        + " is forged, malformed or has expired\"}");
            }
            bid(client);
            assertThat(code(client)).isEqualTo("unauthenticated");
        }
    }

    @Test
    void when_a_token_expires_the_account_goes_and_the_watching_stays() {
        TestLot lot = gateway().bidding().listed();
        try (SocketClient client = gateway().connect()) {
            client.auth(gateway().tokens().token("alice", Duration.ofMillis(2_500), "BIDDER"));
            client.next("authenticated");
            client.watch(lot, "log", null).next("snapshot");
            assertThat(code(client)).isEqualTo("unauthenticated");
            bid(client);
            assertThat(code(client)).isEqualTo("unauthenticated");
            gateway().topics().publish(lot, lot.append("bid"));
            client.next("log");
            client.auth(gateway().token("alice", "BIDDER")).next("authenticated");
        }
    }

    private static UUID bid(SocketClient client) {
        UUID id = UUID.randomUUID();
        client.send(
                "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":5}".formatted(id, LOT));
        return id;
    }

    private static String code(SocketClient client) {
        return client.next("error").required("code").stringValue();
    }
}
