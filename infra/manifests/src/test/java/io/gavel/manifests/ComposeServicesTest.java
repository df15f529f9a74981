package io.gavel.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.convert.DurationStyle;

/** The three services under compose. */
class ComposeServicesTest {

    private static final Compose COMPOSE = Compose.read();
    private static final String PUBLIC_KEY =
            "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLIC_KEY_LOCATION";
    private static final String ISSUER = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI";

    /** A phase of Spring's shutdown, for HTTP calls in flight. */
    private static final Duration PHASE = Duration.ofSeconds(30);

    static Stream<Compose.Service> ours() {
        return Settings.SERVICES.stream().flatMap(name -> COMPOSE.running(name).stream());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void services_are_told_only_what_they_know(Compose.Service service) {
        String image = service.image().replaceAll("gavel/|:.*", "");
        for (String signIn : List.of("demo", "keycloak")) {
            for (String traces : List.of("off", "on")) {
                assertThat(
                                service.environment(Map.of("SIGN_IN", signIn, "TRACES", traces))
                                        .keySet())
                        .as("signing in by %s, traces %s", signIn, traces)
                        .allMatch(variable -> Settings.known(image, variable));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void services_can_do_nothing_but_their_work(Compose.Service service) {
        assertThat(service.keys()).containsEntry("read_only", true);
        assertThat(service.list("tmpfs")).containsExactly("/tmp:exec");
        assertThat(service.list("cap_drop")).containsExactly("ALL");
        assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
        assertThat(service.list("ports")).isEmpty();
        assertThat(service.keys()).containsKey("healthcheck");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void people_sign_in_in_one_way(Compose.Service service) {
        assertThat(service.environment(Map.of())).containsKey(PUBLIC_KEY).doesNotContainKey(ISSUER);
        assertThat(service.environment(Map.of("SIGN_IN", "keycloak")))
                .containsKey(ISSUER)
                .doesNotContainKeys(PUBLIC_KEY, "GAVEL_DEMO_SIGNING_KEY");
    }

    @Test
    void gateways_have_the_time_to_say_goodbye() {
        Duration longest =
                Stream.of("socket.drain", "command.deadline", "socket.close-grace")
                        .map(name -> Settings.duration("gateway-ws", "gavel." + name))
                        .reduce(Duration.ZERO, Duration::plus)
                        .plus(PHASE);
        assertThat(COMPOSE.running("gateway-ws"))
                .hasSize(2)
                .allSatisfy(gateway ->
                        assertThat(DurationStyle.detectAndParse(gateway.text("stop_grace_period")))
                                .isGreaterThan(longest));
    }
}
