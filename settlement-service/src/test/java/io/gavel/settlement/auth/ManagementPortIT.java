package io.gavel.settlement.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** As in a cluster: health and metrics are at a port of their own; nothing is behind the door. */
class ManagementPortIT {

    private static ConfigurableApplicationContext door;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
                "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration"
            })
    @Import(Access.class)
    static class Door {}

    @BeforeAll
    static void start() {
        door =
                new SpringApplicationBuilder(Door.class)
                        .run(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--management.endpoint.health.validate-group-membership=false",
                                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://localhost:1");
    }

    @AfterAll
    static void stop() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "server,     /livez,                     200",
        "server,     /readyz,                    200",
        "server,     /actuator/prometheus,       404",
        "server,     /actuator/health/readiness, 404",
        "server,     /api/v1/me/sales,          401",
        "management, /actuator/prometheus,       200",
        "management, /actuator/health/readiness, 200",
        "management, /actuator/env,              401",
        "management, /api/v1/me/sales,          401",
    })
    void only_probes_are_where_gateways_call(String port, String path, int status)
            throws Exception {
        int number =
                door.getEnvironment().getRequiredProperty("local." + port + ".port", Integer.class);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + number + path))
                            .timeout(Duration.ofSeconds(20))
                            .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(status);
        }
    }
}
