package io.gavel.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.netty.handler.timeout.TimeoutException;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One service behind the gateway. Any answer of it is a value, whatever its status; no answer is an
 * {@link UpstreamFailure}. Answers of 500 and above, and none, open its circuit breaker.
 */
public final class Upstream {

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final String base;
    private final String managementBase;
    private final WebClient client;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final Duration retryAfter;

    Upstream(
            String base,
            String managementBase,
            WebClient client,
            CircuitBreaker breaker,
            TimeLimiter limiter,
            Duration retryAfter) {
        this.base = base;
        this.managementBase = managementBase;
        this.client = client;
        this.breaker = breaker;
        this.limiter = limiter;
        this.retryAfter = retryAfter;
    }

    /**
     * Asks and hands on the answer as it comes.
     *
     * @param pathAndQuery in their raw form, beginning with a slash
     * @return the head with the body, which must be read
     */
    public Mono<ResponseEntity<Flux<DataBuffer>>> stream(String pathAndQuery, HttpHeaders headers) {
        return guarded(exchange(base + pathAndQuery, headers));
    }

    /** Hands on what is told, such as a POST, once, and then the answer as it comes. */
    public Mono<ResponseEntity<Flux<DataBuffer>>> send(
            HttpMethod method, String pathAndQuery, HttpHeaders headers, byte[] body) {
        return guarded(told(method, pathAndQuery, headers, body));
    }

    /** Asks and waits for the whole answer. */
    public Mono<ResponseEntity<byte[]>> read(String pathAndQuery) {
        return read(pathAndQuery, HttpHeaders.EMPTY);
    }

    /** As {@link #read(String)}, with these headers. */
    public Mono<ResponseEntity<byte[]>> read(String pathAndQuery, HttpHeaders headers) {
        return guarded(exchange(base + pathAndQuery, headers).flatMap(Upstream::collected));
    }

    /**
     * Looks at the service itself, where it tells of its health and metrics, for as long as this at
     * most: past the circuit breaker, since how a service says it is must neither keep others from
     * it nor be kept back.
     */
    public Mono<ResponseEntity<byte[]>> look(String pathAndQuery, Duration patience) {
        return exchange(managementBase + pathAndQuery, HttpHeaders.EMPTY)
                .flatMap(Upstream::collected)
                .timeout(patience)
                .onErrorMap(this::failure);
    }

    /** Hands on a POST, once, and waits for the whole answer. */
    public Mono<ResponseEntity<byte[]>> post(
            String pathAndQuery, HttpHeaders headers, byte[] body) {
        return guarded(
                told(HttpMethod.POST, pathAndQuery, headers, body).flatMap(Upstream::collected));
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> exchange(String uri, HttpHeaders headers) {
        return answer(client.get().uri(URI.create(uri)), headers);
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> told(
            HttpMethod method, String path, HttpHeaders headers, byte[] body) {
        return answer(client.method(method).uri(URI.create(base + path)).bodyValue(body), headers);
    }

    private static Mono<ResponseEntity<byte[]>> collected(ResponseEntity<Flux<DataBuffer>> answer) {
        return whole(answer)
                .map(body ->
                        new ResponseEntity<>(body, answer.getHeaders(), answer.getStatusCode()));
    }

    private static Mono<ResponseEntity<Flux<DataBuffer>>> answer(
            WebClient.RequestHeadersSpec<?> call, HttpHeaders headers) {
        return call.headers(to -> to.addAll(headers))
                .retrieve()
                .onStatus(status -> true, _ -> Mono.empty())
                .toEntityFlux(BodyExtractors.toDataBuffers());
    }

    private <T> Mono<T> guarded(Mono<T> call) {
        return call.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(this::failure);
    }

    private UpstreamFailure failure(Throwable e) {
        return new UpstreamFailure(breaker.getName(), isLate(e), retryAfter, e);
    }

    private static Mono<byte[]> whole(ResponseEntity<Flux<DataBuffer>> answer) {
        Flux<DataBuffer> body = answer.getBody();
        return body == null
                ? Mono.just(new byte[0])
                : DataBufferUtils.join(body, MOST_BYTES)
                        .map(buffer -> {
                            byte[] bytes = new byte[buffer.readableByteCount()];
                            buffer.read(bytes);
                            DataBufferUtils.release(buffer);
                            return bytes;
                        })
                        .defaultIfEmpty(new byte[0]);
    }

    private static boolean isLate(Throwable e) {
        return e instanceof java.util.concurrent.TimeoutException
                || (e instanceof WebClientRequestException
                        && e.getCause() instanceof TimeoutException);
    }
}
