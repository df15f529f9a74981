package io.gavel.gateway.connection;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.contracts.frame.ErrorCode;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.tail.Tails;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.SignedIn;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** {@code /ws}: turns a request into a connection and runs it to its end. */
@RestController
class SocketEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(SocketEndpoint.class);
    private static final String PROTOCOL = "gavel.v1";
    private static final int FRAMES_AHEAD = 8;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final GatewayProperties.Socket limits;
    private final OriginRule origins;
    private final Connections connections;
    private final FrameHandler handler;
    private final SignedIn signedIn;
    private final Tails tails;
    private final SocketMeters meters;
    private final Clock clock;

    SocketEndpoint(
            GatewayProperties properties,
            Connections connections,
            FrameHandler handler,
            SignedIn signedIn,
            Tails tails,
            SocketMeters meters,
            Clock clock) {
        this.limits = properties.socket();
        this.origins = new OriginRule(limits.origins());
        this.connections = connections;
        this.handler = handler;
        this.signedIn = signedIn;
        this.tails = tails;
        this.meters = meters;
        this.clock = clock;
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
        WebsocketServerSpec spec =
                WebsocketServerSpec.builder()
                        .protocols(PROTOCOL)
                        .maxFramePayloadLength(Math.toIntExact(limits.largestFrame().toBytes()))
                        .build();
        ServerHttpResponse response = exchange.getResponse();
        HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
        return response.setComplete()
                .then(Mono.defer(() -> netty.sendWebsocket(this::converse, spec)));
    }

    private Mono<Void> converse(WebsocketInbound in, WebsocketOutbound out) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        in.withConnection(connection -> channel.set(connection.channel()));
        Outbox outbox =
                new Outbox(
                        new NettyLine(requireNonNull(channel.get()), out),
                        limits.queue().toBytes(),
                        limits.closeGrace());
        Connection connection =
                new Connection(outbox, new Watches(limits.watchedLots()), signedIn, meters);
        meters.opened();
        connection.send(welcome());
        if (!connections.add(connection)) {
            connection.close(CloseCode.DRAIN);
        }
        Mono<Void> heard =
                heard(connection, in)
                        .onErrorResume(
                                SocketEndpoint::isTooBig,
                                _ -> {
                                    connection.close(CloseCode.TOO_BIG);
                                    return Mono.never();
                                });
        return Mono.firstWithSignal(heard, outbox.done(), beating(connection))
                .onErrorResume(SocketEndpoint::ended)
                .doFinally(_ -> {
                    connections.remove(connection);
                    handler.end(connection);
                    meters.ended();
                });
    }

    private Mono<Void> heard(Connection connection, WebsocketInbound in) {
        return in.aggregateFrames(Math.toIntExact(limits.largestFrame().toBytes()))
                .receiveFrames()
                .map(this::heard)
                .concatMap(
                        heard -> {
                            connection.heard();
                            return switch (heard) {
                                case Heard.Text(byte[] utf8) -> handler.handle(connection, utf8);
                                case Heard.Refused(ErrorCode code, String why) -> {
                                    connection.refuse(code, why, null, null);
                                    yield Mono.empty();
                                }
                                case Heard.SignOfLife _ -> Mono.empty();
                            };
                        },
                        FRAMES_AHEAD)
                .then();
    }

    private Heard heard(WebSocketFrame frame) {
        int bytes = frame.content().readableBytes();
        return switch (frame) {
            case PongWebSocketFrame _, PingWebSocketFrame _ -> new Heard.SignOfLife();
            case TextWebSocketFrame _ when bytes > limits.frame().toBytes() ->
                    new Heard.Refused(
                            ErrorCode.FRAME_TOO_LARGE,
                            bytes + " bytes (expected: at most " + limits.frame().toBytes() + ")");
            case TextWebSocketFrame _ -> new Heard.Text(ByteBufUtil.getBytes(frame.content()));
            default ->
                    new Heard.Refused(
                            ErrorCode.MALFORMED, "a binary frame (expected: a text frame)");
        };
    }

    private Mono<Void> beating(Connection connection) {
        return Flux.interval(limits.heartbeat())
                .doOnNext(_ -> connection.beat(clock.instant(), limits.idle()))
                .then();
    }

    private Frame welcome() {
        return Frame.of(
                new ServerFrame.Welcome(
                        UUID.randomUUID().toString(),
                        clock.instant(),
                        limits.heartbeat().toSeconds(),
                        new ServerFrame.Limits(
                                limits.frame().toBytes(),
                                limits.watchedLots(),
                                limits.queue().toBytes())));
    }

    private static boolean isTooBig(Throwable e) {
        return switch (e) {
            case TooLongFrameException _ -> true;
            case CorruptedWebSocketFrameException corrupted ->
                    corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            default -> false;
        };
    }

    private static Mono<Void> ended(Throwable e) {
        LOG.debug("a connection ended: {}", e.toString());
        return Mono.empty();
    }
}
