package io.gavel.bidding.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.testkit.IssuerKey;
import io.gavel.testkit.TestIssuer;
import io.gavel.testkit.TestToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who is let in, by the tokens of a real issuer; there is nothing behind the door. */
class OidcIT {

    private static final TestIssuer ISSUER = TestIssuer.start();
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
                                "--management.endpoint.health.validate-group-membership=false",
                                "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                        + ISSUER.uri());
    }

    @AfterAll
    static void stop() {
        door.close();
        ISSUER.close();
    }

    @Test
    void tokens_of_the_issuer_are_good_and_no_others() throws Exception {
        TestToken olga = ISSUER.token("olga", "OPERATOR");
        assertThat(call(olga.signedWith(ISSUER.rsa()))).isEqualTo(404);
        assertThat(call(olga.signedWith(ISSUER.ec()))).isEqualTo(404);
        assertThat(call(olga.signedWith(IssuerKey.rs256()))).isEqualTo(401);
        assertThat(call(olga.unsigned())).isEqualTo(401);
        assertThat(call(olga.signedWithPublicHalfOf(ISSUER.rsa()))).isEqualTo(401);
        assertThat(call(olga.saying("iss", "https://x.example").signedWith(ISSUER.rsa())))
                .isEqualTo(401);
        assertThat(call(olga.until(Instant.now().minusSeconds(120)).signedWith(ISSUER.rsa())))
                .isEqualTo(401);
    }

    @Test
    void roles_are_asked_for_here_too() throws Exception {
        assertThat(call(ISSUER.token("sam", "SELLER", "BIDDER").signedWith(ISSUER.rsa())))
                .isEqualTo(403);
    }

    private static int call(String token) throws IOException, InterruptedException {
        int port = ((WebServerApplicationContext) door).getWebServer().getPort();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:" + port + "/api/v1/lots/x/commands"))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + token)
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
