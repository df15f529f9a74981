package io.gavel.gateway.connection;

import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.admission.Admission;
import io.gavel.gateway.problem.ProblemHandler;
import io.gavel.gateway.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/** {@code /ws}: turns a request into a connection. */
@RestController
class SocketEndpoint {

    private final OriginRule origins;
    private final Door door;
    private final Conversation conversation;
    private final WebsocketServerSpec spec;

    SocketEndpoint(GatewayProperties properties, Door door, Conversation conversation) {
        this.origins = new OriginRule(properties.socket().origins());
        this.door = door;
        this.conversation = conversation;
        this.spec =
                WebsocketServerSpec.builder()
                        .protocols(Upgrade.PROTOCOL)
                        .maxFramePayloadLength(
                                Math.toIntExact(properties.socket().largestFrame().toBytes()))
                        .build();
    }

    @GetMapping("/ws")
    Mono<Void> connect(ServerWebExchange exchange) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        Upgrade.problem(asked)
                .ifPresent(wrong -> {
                    throw Problems.of(wrong.status(), wrong.why());
                });
        if (!origins.allows(asked.getOrigin(), asked.getFirst(HttpHeaders.HOST))) {
            throw Problems.of(HttpStatus.FORBIDDEN, "Origin: not one of this gateway's pages");
        }
        return switch (door.open()) {
            case Door.In(Admission.Admitted place) -> upgrade(exchange.getResponse(), place);
            case Door.Out(var problem) -> turnAway(exchange, problem);
        };
    }

    /** The line is not kept either: a crowd at the door would hold one each. */
    private static Mono<Void> turnAway(ServerWebExchange exchange, ErrorResponseException problem) {
        exchange.getResponse().getHeaders().setConnection("close");
        return ProblemHandler.write(exchange, problem.getBody(), problem.getHeaders());
    }

    private Mono<Void> upgrade(ServerHttpResponse response, Admission.Admitted place) {
        HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
        netty.withConnection(line -> line.channel().closeFuture().addListener(_ -> place.leave()));
        return response.setComplete()
                .then(Mono.defer(() -> netty.sendWebsocket((in, _) -> conversation.run(in), spec)))
                .doOnError(_ -> place.leave());
    }
}
