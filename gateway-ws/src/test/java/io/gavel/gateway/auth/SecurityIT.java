package io.gavel.gateway.auth;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.gateway.SocketClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SecurityIT {

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void a_demo_token_is_good_everywhere() {
        HttpResponse<String> response =
                gateway()
                        .post(
                                "/demo/token",
                                null,
                                "{\"user\":\"alice\",\"roles\":[\"SELLER\",\"BIDDER\"]}");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.required("account").stringValue()).isEqualTo("alice");
        String token = answer.required("token").stringValue();
        assertThat(gateway().get("/api/v1/me/bids", token).statusCode()).isEqualTo(418);
        try (SocketClient client = gateway().connect()) {
            assertThat(client.auth(token).nextText())
                    .isEqualTo(
                            "{\"type\":\"authenticated\",\"account\":\"alice\",\"roles\":[\"BIDDER\",\"SELLER\"]}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {"user":"alice"}                     | roles
                    {"user":"alice","roles":[]}          | roles
                    {"user":"alice","roles":["KING"]}    | roles
                    {"user":"alice","roles":"BIDDER"}    | roles
                    {"roles":["BIDDER"]}                 | user
                    {"user":"-","roles":["BIDDER"]}      | user
                    {"user":7,"roles":["BIDDER"]}        | user
                    {"user":"a","roles":["BIDDER"],"suspended":1}          | suspended
                    {"user":"a","roles":["BIDDER"],"linkedAccounts":"b"}   | linkedAccounts
                    {"user":"a","roles":["BIDDER"],"linkedAccounts":["-"]} | linkedAccounts
                    """)
    void a_demo_token_is_for_an_account_with_known_roles(String body, String field) {
        HttpResponse<String> response = gateway().post("/demo/token", null, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"errors\":[{\"field\":\"" + field + "\"");
    }

    @Test
    void a_demo_token_may_be_of_somebody_suspended_and_linked_to_others() throws Exception {
        HttpResponse<String> response =
                gateway()
                        .post(
                                "/demo/token",
                                null,
                                "{\"user\":\"eve\",\"roles\":[\"BIDDER\"],\"suspended\":true,"
                                        + "\"linkedAccounts\":[\"carol\"]}");
        JsonNode answer = Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
        String token = answer.required("token").stringValue();
        JsonNode claims = Json.tree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.required("suspended").booleanValue()).isTrue();
        assertThat(claims.required("linked_accounts").toString()).isEqualTo("[\"carol\"]");
        assertThat(gateway().get("/api/v1/me/bids", token).statusCode()).isEqualTo(418);
    }

    @Test
    void a_token_that_says_what_cannot_be_read_is_refused() {
        for (Map<String, Object> claims :
                List.<Map<String, Object>>of(
                        Map.of("suspended", "perhaps"),
                        Map.of("linked_accounts", "carol"),
                        Map.of("linked_accounts", List.of("-")))) {
            String token = gateway().tokens().token("eve", claims, "BIDDER");
            assertThat(gateway().get("/api/v1/me/bids", token).statusCode())
                    .as("%s", claims)
                    .isEqualTo(401);
        }
    }

    @Test
    void a_forged_or_expired_token_is_refused() {
        for (String token :
                new String[] {
                    "x",
                    gateway().tokens().forged("alice", "BIDDER"),
                    gateway().tokens().token("alice", Duration.ofMinutes(-2), "BIDDER")
                }) {
            HttpResponse<String> response = gateway().get("/api/v1/me/bids", token);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer error=\"invalid_token\"");
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nix,             404",
        "GET,    /api/v1/nix,      404",
        "PUT,    /api/v1/lots/x,   405",
        "DELETE, /demo/token,      405",
        "GET,    /ws,              426",
        "GET,    /actuator/env,    404",
    })
    void every_other_error_is_a_problem_detail(String method, String path, int status) {
        HttpResponse<String> response = gateway().call(method, path, null, null, Map.of());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.body()).contains("\"status\":" + status, "\"title\":");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{\"user\":',   400",
        "text/plain,       hello,          415",
        "application/json, LARGE,          413",
    })
    void a_body_that_cannot_be_taken_is_a_problem_detail(String type, String body, int status) {
        HttpResponse<String> response =
                gateway()
                        .call(
                                "POST",
                                "/demo/token",
                                null,
                                "LARGE".equals(body) ? "x".repeat(200_000) : body,
                                Map.of("Content-Type", type));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void the_page_comes_with_a_strict_policy_and_without_cookies() {
        HttpResponse<String> response = gateway().get("/", null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValue(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'");
        assertThat(response.body()).doesNotContain("http-equiv");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void anybody_is_told_how_to_sign_in() {
        HttpResponse<String> response = gateway().get("/api/v1/sign-in", null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"mode\":\"demo\"}");
    }

    @Test
    void the_gateway_is_measured_without_naming_anybody() {
        try (SocketClient client = gateway().connectAs("zacharias", "BIDDER")) {
            String metrics = gateway().get("/actuator/prometheus", null).body();
            assertThat(metrics)
                    .contains(
                            "gavel_gateway_connections",
                            "gavel_gateway_frames_out_total",
                            "gavel_gateway_event_delivery_seconds",
                            "resilience4j_circuitbreaker_state",
                            "kafka_consumer")
                    .doesNotContain("zacharias");
            client.hearsNothing();
        }
    }
}
