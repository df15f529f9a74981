package io.gavel.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.json.Json;
import io.gavel.gateway.GatewayApplication;
import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestLot;
import io.gavel.testkit.IssuerKey;
import io.gavel.testkit.TestIssuer;
import io.gavel.testkit.TestToken;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;

/** A gateway for production: with a real issuer, which was away when the gateway was started. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcIT {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";
    private static final String MINE = "/api/v1/me/bids";
    private static final int ANSWERED_BEHIND = 418;

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        ISSUER.stop();
        gateway =
                new RunningGateway(
                        JWT + "issuer-uri=" + ISSUER.uri(),
                        JWT + "audiences=gavel",
                        JWT + "public-key-location=",
                        "gavel.auth.client-id=gavel-page",
                        "gavel.auth.scopes=openid,email",
                        "gavel.demo.signing-key=");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        ISSUER.close();
    }

    @Test
    @Order(1)
    void without_its_issuer_a_gateway_serves_spectators_and_says_that_tokens_cannot_be_checked() {
        String token = ISSUER.token("alice", "BIDDER").signedWith(ISSUER.rsa());
        TestLot lot = gateway.bidding().listed();
        try (SocketClient client = gateway.connect()) {
            client.watch(lot, "log", null).next("snapshot");
            JsonNode error = client.auth(token).next("error");
            assertThat(error.required("code").stringValue()).isEqualTo("unavailable");
            assertThat(error.required("retryAfterMs").longValue()).isPositive();
            HttpResponse<String> response = gateway.get(MINE, token);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body()).contains("tokens cannot be checked now");

            ISSUER.startAgain();
            client.auth(token).next("authenticated");
            assertThat(gateway.get(MINE, token).statusCode()).isEqualTo(ANSWERED_BEHIND);
        }
    }

    @Test
    @Order(2)
    void tokens_of_the_issuer_are_good_whichever_of_its_keys_signed_them() {
        TestToken alice = ISSUER.token("alice", "SELLER", "BIDDER");
        for (IssuerKey key : new IssuerKey[] {ISSUER.rsa(), ISSUER.ec()}) {
            String token = alice.signedWith(key);
            assertThat(gateway.get(MINE, token).statusCode()).isEqualTo(ANSWERED_BEHIND);
            try (SocketClient client = gateway.connect()) {
                assertThat(client.auth(token).nextText())
                        .isEqualTo(
                                "{\"type\":\"authenticated\",\"account\":\"alice\",\"roles\":[\"BIDDER\",\"SELLER\"]}");
            }
        }
    }

    @Test
    @Order(2)
    void all_other_tokens_are_refused() {
        TestToken good = ISSUER.token("alice", "BIDDER");
        long now = Instant.now().getEpochSecond();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(
                "another issuer",
                good.saying("iss", "https://issuer.example").signedWith(ISSUER.rsa()));
        bad.put("another audience", good.saying("aud", "shop").signedWith(ISSUER.rsa()));
        bad.put("expired", good.saying("exp", now - 120).signedWith(ISSUER.rsa()));
        bad.put("not good yet", good.saying("nbf", now + 120).signedWith(ISSUER.rsa()));
        bad.put("nobody's", good.saying("sub", "").signedWith(ISSUER.rsa()));
        bad.put("unsigned", good.unsigned());
        bad.put("signed with what is public", good.signedWithPublicHalfOf(ISSUER.rsa()));
        bad.put("signed by a stranger", good.signedWith(IssuerKey.rs256()));
        bad.put("a demo token", gateway.token("alice", "BIDDER"));
        bad.forEach((what, token) -> {
            HttpResponse<String> response = gateway.get(MINE, token);
            assertThat(response.statusCode()).as(what).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .as(what)
                    .contains("Bearer error=\"invalid_token\"");
            try (SocketClient client = gateway.connect()) {
                JsonNode error = client.auth(token).next("error");
                assertThat(error.required("code").stringValue()).as(what).isEqualTo("bad-token");
            }
        });
    }

    @Test
    @Order(2)
    void roles_are_those_of_the_token() {
        String seller = ISSUER.token("sam", "SELLER").signedWith(ISSUER.rsa());
        String bid = "/api/v1/lots/" + gateway.bidding().listed().id() + "/bids";
        assertThat(gateway.post(bid, seller, "{\"amount\":5}").statusCode()).isEqualTo(403);
        String roleless = ISSUER.token("bob").signedWith(ISSUER.rsa());
        assertThat(gateway.post(bid, roleless, "{\"amount\":5}").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(2)
    void the_page_is_told_where_to_sign_in_and_may_talk_to_that_issuer_only() {
        HttpResponse<String> way = gateway.get("/api/v1/sign-in", null);
        assertThat(Json.tree(way.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        Json.MAPPER.valueToTree(
                                Map.of(
                                        "mode",
                                        "oidc",
                                        "issuer",
                                        ISSUER.uri(),
                                        "clientId",
                                        "gavel-page",
                                        "scopes",
                                        List.of("openid", "email"))));
        assertThat(gateway.get("/", null).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy)
                                .startsWith("default-src 'none'; script-src 'self';")
                                .contains("; connect-src 'self' " + ISSUER.uri() + ";"));
    }

    @Test
    @Order(2)
    void nobody_gets_a_demo_token() {
        HttpResponse<String> response =
                gateway.post("/demo/token", null, "{\"user\":\"alice\",\"roles\":[\"BIDDER\"]}");
        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void a_token_is_refreshed_in_place_and_its_end_takes_the_account_and_not_the_watching() {
        Instant soon = Instant.now().plusSeconds(2);
        String brief = ISSUER.token("alice", "BIDDER").until(soon).signedWith(ISSUER.rsa());
        String lasting = ISSUER.token("alice", "BIDDER").signedWith(ISSUER.rsa());
        TestLot lot = gateway.bidding().listed();
        try (SocketClient careful = gateway.connect();
                SocketClient careless = gateway.connect()) {
            for (SocketClient each : new SocketClient[] {careful, careless}) {
                each.watch(lot, "log", null).next("snapshot");
                each.auth(brief).next("authenticated");
            }
            careful.auth(lasting).next("authenticated");

            JsonNode error = careless.next("error");
            assertThat(error.required("code").stringValue()).isEqualTo("unauthenticated");
            gateway.topics().publish(lot, lot.append("bid"));
            careless.next("log");
            careful.next("log");
            careful.hearsNothing();
        }
    }

    @Test
    @Order(3)
    void a_new_key_of_the_issuer_is_found_and_an_old_one_is_forgotten() {
        IssuerKey old = ISSUER.rsa();
        ISSUER.changeKeys();
        TestToken alice = ISSUER.token("alice", "BIDDER");
        assertThat(gateway.get(MINE, alice.signedWith(ISSUER.rsa())).statusCode())
                .isEqualTo(ANSWERED_BEHIND);
        assertThat(gateway.get(MINE, alice.signedWith(ISSUER.ec())).statusCode())
                .isEqualTo(ANSWERED_BEHIND);
        assertThat(gateway.get(MINE, alice.signedWith(old)).statusCode()).isEqualTo(401);
    }

    @Test
    @Order(4)
    void a_gateway_with_a_real_issuer_and_the_key_of_demo_tokens_does_not_start() {
        assertThatThrownBy(() ->
                        new SpringApplicationBuilder(GatewayApplication.class)
                                .run(
                                        "--server.port=0",
                                        "--" + JWT + "issuer-uri=" + ISSUER.uri(),
                                        "--gavel.demo.signing-key=file:demo.pem"))
                .isInstanceOf(UnclearIssuer.class)
                .hasMessageContaining("Demo mode gives anybody a token");
    }
}
