package io.gavel.settlement.payment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.sandbox.Charge;
import io.gavel.sandbox.PaymentSandbox;
import io.gavel.settlement.fixture.RunningSettlement;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import io.gavel.settlement.payment.collecting.PaymentNews;
import io.gavel.settlement.payment.collecting.Payments;
import io.gavel.settlement.payment.sandbox.SignedWebhook;
import io.gavel.testkit.Servers;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * The whole service with the sandbox as its provider; looks are so rare that webhooks must help.
 */
class PaymentWebhooksIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PATH = "/payments/webhooks/sandbox";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<PaymentRequest> COLLECTED = new CopyOnWriteArrayList<>();
    private static final PaymentSandbox SANDBOX = OnStage.sandbox();
    private static RunningSettlement settlement;

    /** Whoever is told, until sales are. */
    static class News implements PaymentNews {
        @Override
        public Mono<Void> settled(PaymentRequest request, Outcome.Final outcome) {
            return Mono.fromRunnable(() -> {
                if (outcome instanceof Outcome.Succeeded) {
                    COLLECTED.add(request);
                }
            });
        }

        @Override
        public Mono<Void> refunded(RefundRequest request, Outcome.Final outcome) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> unclear(Request request, String why) {
            return Mono.empty();
        }
    }

    @BeforeAll
    static void start() {
        settlement =
                RunningSettlement.startWith(
                        News.class,
                        Servers.postgres().freshDatabase("settlement"),
                        Servers.kafka().bootstrapServers(),
                        "--gavel.payment.provider=sandbox",
                        "--gavel.payment.sandbox.base-url=" + SANDBOX.uri(),
                        "--gavel.payment.sandbox.api-key=" + OnStage.API_KEY.value(),
                        "--gavel.payment.sandbox.webhook-secret=" + OnStage.WEBHOOK_SECRET.value(),
                        "--gavel.payment.webhook-max-body=4KB",
                        "--gavel.payment.looks.pause=20ms",
                        "--gavel.payment.looks.first-wait=1h",
                        "--gavel.payment.looks.longest-wait=1h");
        SANDBOX.webhooksTo(settlement.uri().resolve(PATH));
    }

    @AfterAll
    static void stop() {
        settlement.close();
        SANDBOX.close();
        HTTP.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "fault-duplicate-webhooks",
                "fault-disordered-webhooks",
                "fault-lost-webhooks",
                "fault-forged-webhooks"
            })
    void isCollectedOnceWhateverWebhooksDo(String payer) {
        PaymentRequest request = asked(payer);

        await("the payment of " + payer).atMost(LIMIT).until(() -> COLLECTED.contains(request));
        assertThat(COLLECTED).containsOnlyOnce(request);
        assertThat(charges(request)).hasSize(1);
    }

    @Test
    void aPendingPaymentIsLookedAtWhenTheProviderTellsOfIt() {
        PaymentRequest request = asked("fault-pending");
        await("the charge").atMost(LIMIT).until(() -> !charges(request).isEmpty());

        SANDBOX.settle(request.key().value(), Charge.Status.SUCCEEDED);

        await("the payment").atMost(LIMIT).until(() -> COLLECTED.contains(request));
        assertThat(COLLECTED).containsOnlyOnce(request);
    }

    /** Whoever can sign, and lies, is not believed either. */
    @Test
    void aWebhookIsNoProof() throws Exception {
        PaymentRequest request = asked("fault-pending-2");
        await("the charge").atMost(LIMIT).until(() -> !charges(request).isEmpty());

        String lie = body(request.key().value());
        assertThat(post(PATH, signed("lie", lie), lie).statusCode()).isEqualTo(204);
        assertThat(post(PATH, signed("lie", lie), lie).statusCode()).isEqualTo(204);

        await("the webhook to be known")
                .atMost(LIMIT)
                .until(() ->
                        metrics()
                                .contains(
                                        "gavel_payments_webhooks_total{provider=\"sandbox\",result=\"again\"}"));
        assertThat(COLLECTED).doesNotContain(request);
    }

    @Test
    void whoCannotSignLearnsNothing() throws Exception {
        String body = body("lot/0/0");
        HttpHeaders forged =
                SignedWebhook.headers(OnStage.WEBHOOK_SECRET, "msg_1", now(), body + " ");

        HttpResponse<String> answer = post(PATH, forged, body);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(post(PATH, new HttpHeaders(), body).statusCode()).isEqualTo(401);
        assertThat(post(PATH, new HttpHeaders(), "").statusCode()).isEqualTo(401);
    }

    @Test
    void anOldWebhookIsForged() throws Exception {
        String body = body("lot/0/0");
        HttpHeaders old = SignedWebhook.headers(OnStage.WEBHOOK_SECRET, "msg_1", now() - 600, body);

        assertThat(post(PATH, old, body).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsTooLargeIsNotRead() throws Exception {
        String large = " ".repeat(4 * 1024 + 1);

        assertThat(post(PATH, signed("large", large), large).statusCode()).isEqualTo(413);
    }

    @Test
    void anotherProviderIsNotThere() throws Exception {
        String body = body("lot/0/0");

        assertThat(post("/payments/webhooks/stripe", signed("m", body), body).statusCode())
                .isEqualTo(404);
        assertThat(settlement.get(PATH, null).statusCode()).as("only POST is open").isEqualTo(401);
        assertThat(post(PATH + "/more", signed("m", body), body).statusCode()).isEqualTo(401);
    }

    @Test
    void allOfItIsMeasured() {
        PaymentRequest request = asked("alice");
        await("the payment").atMost(LIMIT).until(() -> COLLECTED.contains(request));

        assertThat(metrics())
                .contains(
                        "gavel_payments_calls_seconds_count",
                        "gavel_payments_told_total{outcome=\"succeeded\"}",
                        "resilience4j_circuitbreaker_state{name=\"payment-sandbox\"",
                        "resilience4j_bulkhead_available_concurrent_calls{name=\"payment-sandbox\"",
                        "resilience4j_retry_calls_total{kind=",
                        "resilience4j_timelimiter_calls_total{kind=")
                .doesNotContain(OnStage.API_KEY.value());
    }

    private static PaymentRequest asked(String payer) {
        PaymentRequest request = OnStage.request(payer);
        settlement.bean(Payments.class).ask(List.of(request), Instant.now()).block(LIMIT);
        return request;
    }

    private static List<Charge> charges(PaymentRequest request) {
        return SANDBOX.charges().stream()
                .filter(charge -> charge.key().equals(request.key().value()))
                .toList();
    }

    private static String metrics() {
        return requireNonNull(settlement.get("/actuator/prometheus", null).body());
    }

    private static String body(String key) {
        return "{\"type\":\"charge.succeeded\",\"data\":{\"key\":\"" + key + "\"}}";
    }

    private static HttpHeaders signed(String id, String body) {
        return SignedWebhook.headers(OnStage.WEBHOOK_SECRET, id, now(), body);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static HttpResponse<String> post(String path, HttpHeaders headers, String body)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settlement.uri().resolve(path))
                        .timeout(LIMIT)
                        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
