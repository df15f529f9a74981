package io.gavel.settlement.payment.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gavel.contracts.json.Json;
import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.ProviderFailure;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import io.gavel.settlement.payment.Secret;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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

/** Speaks to the sandbox: {@code POST} and {@code GET ?key=} of {@code /v1/charges} and refunds. */
public final class SandboxProvider implements PaymentProvider, AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration KEEP_IDLE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int BUSY = 429;

    private static final String CHARGES = "/v1/charges";
    private static final String REFUNDS = "/v1/refunds";

    /**
     * What is asked for, as it is written.
     *
     * @param charge what is given back; null for a charge
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(String lot, String payer, long amount, String currency, @Nullable String charge) {}

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
        return ask(CHARGES, request, wish(request, null));
    }

    @Override
    public Mono<Finding> find(PaymentRequest request) {
        return look(CHARGES, request);
    }

    @Override
    public Mono<Outcome> refund(RefundRequest request) {
        return ask(REFUNDS, request, wish(request.payment(), request.charge()));
    }

    @Override
    public Mono<Finding> findRefund(RefundRequest request) {
        return look(REFUNDS, request);
    }

    private static Wish wish(PaymentRequest payment, @Nullable String charge) {
        return new Wish(
                payment.lot().toString(),
                payment.payer().value(),
                payment.sum().minor(),
                payment.sum().currency(),
                charge);
    }

    private Mono<Outcome> ask(String path, Request request, Wish wish) {
        return client.post()
                .uri(path)
                .header("Idempotency-Key", request.key().value())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Json.bytes(wish))
                .exchangeToMono(SandboxProvider::outcome)
                .onErrorMap(WebClientException.class, SandboxProvider::unreachable);
    }

    private Mono<Finding> look(String path, Request request) {
        return client.get()
                .uri(path + "?key={key}", request.key().value())
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
