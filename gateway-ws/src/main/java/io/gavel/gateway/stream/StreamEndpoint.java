package io.gavel.gateway.stream;

import static java.util.Objects.requireNonNull;

import io.gavel.gateway.admission.Admission;
import io.gavel.gateway.connection.Door;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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

    private final Door door;
    private final Streams streams;

    StreamEndpoint(Door door, Streams streams) {
        this.door = door;
        this.streams = streams;
    }

    @GetMapping("/api/v1/lots/{lot}/stream")
    Mono<Void> stream(@PathVariable String lot, ServerWebExchange exchange) {
        if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            throw new MethodNotAllowedException(
                    exchange.getRequest().getMethod(), List.of(HttpMethod.GET));
        }
        Asked asked = Asked.of(lot, exchange.getRequest());
        return switch (door.open()) {
            case Door.In(Admission.Admitted place) ->
                    run(asked, exchange.getResponse()).doFinally(_ -> place.leave());
            case Door.Out(var problem) -> {
                exchange.getResponse().getHeaders().setConnection("close");
                yield Mono.error(problem);
            }
        };
    }

    private Mono<Void> run(Asked asked, ServerHttpResponse response) {
        HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
        return streams.run(asked, new StreamLine(head(response, netty), netty, channel(netty)));
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

    private static Channel channel(HttpServerResponse netty) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        netty.withConnection(connection -> channel.set(connection.channel()));
        return requireNonNull(channel.get(), "a response has its connection");
    }
}
