package io.gavel.gateway.stream;

import static java.util.Objects.requireNonNull;

import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.tail.Tails;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** A lot's feed as an event stream, for those who cannot speak WebSocket. */
@RestController
class StreamEndpoint {

    private final Tails tails;
    private final Streams streams;
    private final Duration drain;

    StreamEndpoint(GatewayProperties properties, Tails tails, Streams streams) {
        this.tails = tails;
        this.streams = streams;
        this.drain = properties.socket().drain();
    }

    @GetMapping("/api/v1/lots/{lot}/stream")
    Mono<Void> stream(@PathVariable String lot, ServerWebExchange exchange) {
        if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            throw new MethodNotAllowedException(
                    exchange.getRequest().getMethod(), List.of(HttpMethod.GET));
        }
        Asked asked = Asked.of(lot, exchange.getRequest());
        if (!tails.positioned()) {
            throw Problems.comeAgain(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "this gateway is not ready yet",
                    StreamLine.RETRY);
        }
        ServerHttpResponse response = exchange.getResponse();
        HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
        return streams.run(
                asked,
                new StreamLine(head(response, netty), netty, channel(netty), retryAfterDrain()));
    }

    private static Mono<Void> head(ServerHttpResponse response, HttpServerResponse netty) {
        return Mono.defer(() -> {
            HttpHeaders headers = response.getHeaders();
            headers.setContentType(MediaType.TEXT_EVENT_STREAM);
            headers.setCacheControl(CacheControl.noStore());
            headers.set("X-Accel-Buffering", "no");
            return response.setComplete().then(Mono.defer(() -> netty.sendHeaders().then()));
        });
    }

    /** Not all at once: somewhere between the usual delay and that and the time of a drain. */
    private Duration retryAfterDrain() {
        long spread = ThreadLocalRandom.current().nextLong(drain.toMillis() + 1);
        return StreamLine.RETRY.plusMillis(spread);
    }

    private static Channel channel(HttpServerResponse netty) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        netty.withConnection(connection -> channel.set(connection.channel()));
        return requireNonNull(channel.get(), "a response has its connection");
    }
}
