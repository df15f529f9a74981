package io.gavel.gateway.origin;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.SharedGateway;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedOriginsIT {

    private static final String NAMED = SharedGateway.NAMED_ORIGIN;
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @BeforeAll
    static void start() {
        gateway();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/client.js", "/client.d.ts", "/openapi.yaml", "/api/v1/me/bids"})
    void a_named_page_may_read(String path) {
        HttpHeaders headers = get(path, NAMED).headers();
        assertThat(headers.firstValue(ALLOWED)).contains(NAMED);
        assertThat(headers.firstValue("Vary")).contains("Origin");
        assertThat(headers.map()).doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "http://auctions.example", "null"})
    void another_is_told_nothing(String origin) {
        HttpResponse<String> response = get("/client.js", origin);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue(ALLOWED)).isEmpty();
        assertThat(preflight("/api/v1/me/bids", origin).headers().firstValue(ALLOWED)).isEmpty();
    }

    @Test
    void a_named_page_may_send_a_token_in_the_header() {
        HttpResponse<String> response = preflight("/api/v1/me/bids", NAMED);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue(ALLOWED)).contains(NAMED);
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("authorization");
    }

    @Test
    void the_client_comes_as_module_and_text_under_the_pages_policy() {
        HttpHeaders module = get("/client.js", NAMED).headers();
        assertThat(module.firstValue("Content-Type")).contains("text/javascript");
        assertThat(module.firstValue("Content-Security-Policy"))
                .isEqualTo(get("/main.js", NAMED).headers().firstValue("Content-Security-Policy"))
                .isPresent();
        assertThat(get("/client.d.ts", NAMED).headers().firstValue("Content-Type"))
                .contains("text/plain;charset=UTF-8");
    }

    private static HttpResponse<String> get(String path, String origin) {
        return gateway().call("GET", path, null, null, Map.of("Origin", origin));
    }

    private static HttpResponse<String> preflight(String path, String origin) {
        return gateway()
                .call(
                        "OPTIONS",
                        path,
                        null,
                        null,
                        Map.of(
                                "Origin",
                                origin,
                                "Access-Control-Request-Method",
                                "GET",
                                "Access-Control-Request-Headers",
                                "authorization"));
    }
}
