package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AdmissionIT {

    @Test
    void a_full_gateway_lets_nobody_in_before_the_upgrade_and_says_when_to_come_again() {
        try (RunningGateway gateway = new RunningGateway("gavel.socket.connections=1")) {
            try (SocketClient in = gateway.connect()) {
                HttpResponse<?> answer = gateway.knock("gavel.v1").orElseThrow();
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Content-Type"))
                        .contains("application/problem+json");
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                        .isBetween(1L, 5L);
                assertThat(answer.headers().firstValue("Connection")).contains("close");
                assertThat(counted(gateway, "full")).isTrue();
                in.hearsNothing();
            }
            await("a place that became free").until(() -> gateway.knock("gavel.v1").isEmpty());
        }
    }

    @Test
    void who_comes_in_a_crowd_is_told_to_come_again_and_those_inside_notice_nothing() {
        try (RunningGateway gateway =
                        new RunningGateway(
                                "gavel.socket.accepts-per-second=1",
                                "gavel.socket.accepts-burst=2");
                SocketClient in = gateway.connect()) {
            await("a refusal").until(() -> gateway.knock("gavel.v1").isPresent());
            assertThat(counted(gateway, "too-fast")).isTrue();
            in.hearsNothing();
        }
    }

    @Test
    void who_does_not_speak_the_protocol_is_not_left_on_a_line_that_nobody_serves() {
        try (RunningGateway gateway = new RunningGateway()) {
            assertThat(gateway.knock().orElseThrow().statusCode()).isEqualTo(400);
            assertThat(gateway.knock("gavel.v9").orElseThrow().statusCode()).isEqualTo(400);
        }
    }

    private static boolean counted(RunningGateway gateway, String cause) {
        return gateway.get("/actuator/prometheus", null)
                .body()
                .lines()
                .anyMatch(line ->
                        line.startsWith("gavel_gateway_connections_refused_total")
                                && line.contains("cause=\"" + cause + "\""));
    }
}
