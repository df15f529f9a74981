package io.gavel.gateway.connection;

import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.tail.Tails;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/** {@code /ws}: turns a request into a connection. */
@RestController
class SocketEndpoint {

    private static final String PROTOCOL = "gavel.v1";
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final OriginRule origins;
    private final Tails tails;
    private final Conversation conversation;
    private final WebsocketServerSpec spec;

    SocketEndpoint(GatewayProperties properties, Tails tails, Conversation conversation) {
        this.origins = new OriginRule(properties.socket().origins());
        this.tails = tails;
        this.conversation = conversation;
        this.spec =
                WebsocketServerSpec.builder()
                        .protocols(PROTOCOL)
                        .maxFramePayloadLength(
                                Math.toIntExact(properties.socket().largestFrame().toBytes()))
                        .build();
    }

    @GetMapping("/ws")
    Mono<Void> connect(ServerWebExchange exchange) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        if (!"websocket".equalsIgnoreCase(asked.getUpgrade())
                || !asked.containsHeader("Sec-WebSocket-Key")) {
            throw Problems.of(
                    HttpStatus.UPGRADE_REQUIRED, "no WebSocket (expected: Upgrade: websocket)");
        }
        if (!origins.allows(asked.getOrigin(), asked.getFirst(HttpHeaders.HOST))) {
            throw Problems.of(HttpStatus.FORBIDDEN, "Origin: not one of this gateway's pages");
        }
        if (!tails.positioned()) {
            throw Problems.comeAgain(
                    HttpStatus.SERVICE_UNAVAILABLE, "this gateway is not ready yet", RETRY);
        }
        ServerHttpResponse response = exchange.getResponse();
        HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
        return response.setComplete()
                .then(Mono.defer(() -> netty.sendWebsocket(conversation::run, spec)));
    }
}
