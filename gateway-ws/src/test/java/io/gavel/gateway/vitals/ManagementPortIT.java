package io.gavel.gateway.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.gateway.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/** As in a cluster: health and metrics of each service are at a port of their own. */
class ManagementPortIT {

    private static final DisposableServer OTHERS_MANAGEMENT =
            HttpServer.create()
                    .host("localhost")
                    .route(routes ->
                            routes.get(
                                            "/actuator/prometheus",
                                            (_, response) ->
                                                    response.sendString(
                                                            Mono.just(
                                                                    "process_uptime_seconds"
                                                                            + " 7.0\n")))
                                    .get(
                                            "/actuator/health/readiness",
                                            (_, response) ->
                                                    response.sendString(
                                                            Mono.just("{\"status\":\"UP\"}"))))
                    .bindNow();

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        String others = "http://localhost:" + OTHERS_MANAGEMENT.port();
        gateway =
                new RunningGateway(
                        "management.server.port=0",
                        "gavel.bidding-management-url=" + others + "/",
                        "gavel.settlement-management-url=" + others);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        OTHERS_MANAGEMENT.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void probes_are_answered_where_clients_are(String probe) {
        HttpResponse<String> answer = gateway.get(probe, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/info",
                "/actuator/prometheus"
            })
    void nothing_else_of_it_is_where_clients_are(String path) {
        assertThat(gateway.get(path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void metrics_are_at_the_other_port_and_no_calls_of_clients() throws Exception {
        assertThat(managed("/actuator/prometheus").body()).contains("gavel_gateway_connections");
        assertThat(managed("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(managed("/api/v1/sign-in").statusCode()).isEqualTo(404);
    }

    @Test
    void operators_see_the_services_behind_by_their_management_ports() {
        HttpResponse<String> answer =
                gateway.get("/api/v1/system", gateway.token("olga", "OPERATOR"));
        JsonNode services =
                Json.tree(answer.body().getBytes(StandardCharsets.UTF_8)).required("services");
        for (int behind : new int[] {1, 2}) {
            assertThat(services.get(behind).required("health").stringValue()).isEqualTo("UP");
            assertThat(services.get(behind).required("uptime").asDouble()).isEqualTo(7);
        }
    }

    private static HttpResponse<String> managed(String path) throws Exception {
        URI uri = URI.create("http://localhost:" + gateway.managementPort() + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
