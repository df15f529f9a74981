package io.gavel.gateway.forward;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.TestLot;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardIT {

    @BeforeAll
    static void start() {
        gateway();
    }

    @Test
    void a_log_passes_through_byte_for_byte() {
        TestLot lot = gateway().bidding().listed().append("bid", 2);
        HttpResponse<String> response =
                gateway().get("/api/v1/lots/" + lot.id() + "/log?after=1&limit=10", null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(response.body())
                .isEqualTo(text(lot.event(2)) + "\n" + text(lot.event(3)) + "\n");
    }

    @Test
    void a_service_in_trouble_is_unavailable_and_the_client_is_told_when_to_come_again() {
        TestLot lot = gateway().bidding().listed();
        gateway()
                .bidding()
                .beforeLog(
                        lot.id(),
                        _ -> {
                            throw new IllegalStateException("the database is away");
                        });
        HttpResponse<String> response =
                gateway().get("/api/v1/lots/" + lot.id() + "/log?after=0&limit=1", null);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(response.body()).contains("\"retryAfterMs\":2000");
    }

    @Test
    void an_unchanged_lot_is_not_sent_again() {
        TestLot lot = gateway().bidding().listed();
        String path = "/api/v1/lots/" + lot.id();
        HttpResponse<String> first = gateway().get(path, null);
        assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
        HttpResponse<String> second =
                gateway().call("GET", path, null, null, Map.of("If-None-Match", "\"1\""));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void status_query_and_token_pass_through() {
        String token = gateway().token("alice", "BIDDER");
        HttpResponse<String> response = gateway().get("/api/v1/me/bids?lot=a%20b", token);
        assertThat(response.statusCode()).isEqualTo(418);
        assertThat(response.body()).isEqualTo("/api/v1/me/bids?lot=a%20b Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/lots/01970000-0000-7000-8000-00000000000a/log.csv?limit=5",
                "/api/v1/lots/01970000-0000-7000-8000-00000000000a/log.json",
                "/.well-known/jwks.json"
            })
    void exports_and_keys_are_for_everybody_and_keep_their_name(String path) {
        HttpResponse<String> response = gateway().get(path, null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(path);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"log\"");
        assertThat(response.headers().firstValue("Link"))
                .contains("<" + path + "&cursor=x>; rel=\"next\"");
        assertThat(response.headers().firstValue("X-Internal")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/lots/01970000-0000-7000-8000-00000000000a/commands?after=3",
                "/api/v1/bids/01970000-0000-7000-8000-00000000000a/receipt"
            })
    void commands_and_receipts_are_for_those_who_are_signed_in(String path) {
        assertThat(gateway().get(path, null).statusCode()).isEqualTo(401);
        String token = gateway().token("alice", "BIDDER");
        assertThat(gateway().get(path, token).body()).isEqualTo(path + " Bearer " + token);
    }

    @Test
    void a_service_that_cannot_be_reached_is_unavailable_for_a_while() {
        HttpResponse<String> response =
                gateway().get("/api/v1/me/sales", gateway().token("alice", "BIDDER"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
        assertThat(response.body()).contains("settlement cannot be reached");
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_a_timeout() {
        HttpResponse<String> response =
                gateway().get("/api/v1/me/lots", gateway().token("alice", "BIDDER"));
        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void a_payment_provider_needs_no_token() {
        HttpResponse<String> response =
                gateway()
                        .call(
                                "POST",
                                "/payments/webhooks/sandbox",
                                null,
                                "{}",
                                Map.of("webhook-id", "msg_1"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("settlement cannot be reached");
    }

    @Test
    void own_reads_need_a_token() {
        assertThat(gateway().get("/api/v1/me/bids", null).statusCode()).isEqualTo(401);
        assertThat(gateway().get("/api/v1/bids/x", null).statusCode()).isEqualTo(401);
        assertThat(gateway().get("/api/v1/sales/x", null).statusCode()).isEqualTo(401);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
