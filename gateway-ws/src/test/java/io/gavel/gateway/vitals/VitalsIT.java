package io.gavel.gateway.vitals;

import static io.gavel.gateway.SharedGateway.gateway;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.gateway.SocketClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The bidding service is stood in for and has no health; settlement-service is away. */
class VitalsIT {

    @BeforeAll
    static void start() {
        gateway();
    }

    @ParameterizedTest
    @CsvSource({", 401", "BIDDER, 403", "SELLER, 403", "OPERATOR, 200"})
    void only_operators_see_how_the_services_are(@Nullable String role, int status) {
        String token = role == null ? null : gateway().token("olga", role);
        assertThat(gateway().get("/api/v1/system", token).statusCode()).isEqualTo(status);
    }

    @Test
    void who_does_not_answer_is_named_and_the_others_are_told() {
        JsonNode services = look().required("services");
        assertThat(services).hasSize(3);
        assertThat(services.get(1).toString())
                .contains(
                        "\"service\":\"bidding\"",
                        "\"problem\":\"its metrics: 404 (expected: 200)\"");
        assertThat(services.get(2).toString())
                .isEqualTo("{\"problem\":\"cannot be reached\",\"service\":\"settlement\"}");
        JsonNode here = services.get(0);
        assertThat(here.required("health").stringValue()).isEqualTo("UP");
        assertThat(here.required("parts").toString())
                .isEqualTo("[{\"name\":\"kafka\",\"state\":\"UP\"}]");
        assertThat(here.required("instance").stringValue()).matches("\\d{13}");
        assertThat(here.required("uptime").asDouble()).isPositive();
    }

    @Test
    void a_connection_is_counted_while_it_is_there() {
        int before = connections();
        try (SocketClient _ = gateway().connect()) {
            Awaitility.await("it is counted").until(() -> connections() == before + 1);
        }
        Awaitility.await("it is not counted any more").until(() -> connections() == before);
    }

    private static int connections() {
        return look().at("/services/0/gauges/connections").asInt();
    }

    private static JsonNode look() {
        HttpResponse<String> answer =
                gateway().get("/api/v1/system", gateway().token("olga", "OPERATOR"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
