package io.gavel.settlement.payment.sandbox;

import io.gavel.contracts.json.Json;
import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.ProviderFailure;
import io.gavel.settlement.payment.Secret;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Speaks to the sandbox: {@code POST /v1/charges} and {@code GET /v1/charges?key=}. */
public final class SandboxProvider implements PaymentProvider, AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration KEEP_IDLE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 429;

    /** What is asked for, as it is written. */
    record Wish(String lot, String payer, long amount, String currency) {}

    private final ConnectionProvider pool;
    private final WebClient client;

    /**
     * Makes a client.
     *
     * @param connections the most at once; whoever finds none waits for the time limit at most
     */
    public SandboxProvider(URI base, Secret apiKey, int connections, Duration timeLimit) {
        pool =
                ConnectionProvider.builder("payment-sandbox")
                        .maxConnections(connections)
                        .pendingAcquireMaxCount(connections)
                        .pendingAcquireTimeout(timeLimit)
                        .maxIdleTime(KEEP_IDLE)
                        .build();
        HttpClient http =
                HttpClient.create(pool)
                        .disableRetry(true)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
        client =
                WebClient.builder()
                        .baseUrl(base.toString())
                        .clientConnector(new ReactorClientHttpConnector(http))
                        .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + apiKey.value())
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                        .build();
    }

    @Override
    public Mono<Outcome> charge(PaymentRequest request) {
        Wish wish =
                new Wish(
                        request.lot().toString(),
                        request.payer().value(),
                        request.sum().minor(),
                        request.sum().currency());
        return client.post()
                .uri("/v1/charges")
                .header("Idempotency-Key", request.key().value())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Json.bytes(wish))
                .exchangeToMono(SandboxProvider::outcome)
                .onErrorMap(WebClientException.class, SandboxProvider::unreachable);
    }

    @Override
    public Mono<Finding> find(PaymentRequest request) {
        return client.get()
                .uri("/v1/charges?key={key}", request.key().value())
                .exchangeToMono(SandboxProvider::finding)
                .onErrorMap(WebClientException.class, SandboxProvider::unreachable);
    }

    private static Mono<Finding> finding(ClientResponse answer) {
        return answer.statusCode().value() == NOT_FOUND
                ? answer.releaseBody().thenReturn(new Finding.NotFound())
                : outcome(answer).cast(Finding.class);
    }

    private static Mono<Outcome> outcome(ClientResponse answer) {
        return answer.statusCode().is2xxSuccessful()
                ? answer.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(SandboxCharge::outcome)
                : answer.releaseBody().then(Mono.error(() -> failure(answer.statusCode())));
    }

    private static ProviderFailure failure(HttpStatusCode status) {
        String why = "sandbox: status " + status.value() + " (expected: 200 or 201)";
        return status.is5xxServerError() || status.value() == BUSY
                ? ProviderFailure.outage(why, null)
                : ProviderFailure.refused(why, null);
    }

    @Override
    public void close() {
        pool.dispose();
    }

    private static ProviderFailure unreachable(Throwable e) {
        return ProviderFailure.outage("sandbox: no answer (expected: one)", e);
    }
}
