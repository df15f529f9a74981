package io.gavel.gateway.connection;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.contracts.frame.ErrorCode;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.admission.Conduct;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.SignedIn;
import io.netty.channel.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketInbound;

/** Runs a connection from its welcome to its end. */
@Component
class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int FRAMES_AHEAD = 8;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final GatewayProperties.Socket limits;
    private final Hearing hearing;
    private final Connections connections;
    private final FrameHandler handler;
    private final SignedIn signedIn;
    private final SocketMeters meters;
    private final Clock clock;

    Conversation(
            GatewayProperties properties,
            Connections connections,
            FrameHandler handler,
            SignedIn signedIn,
            SocketMeters meters,
            Clock clock) {
        this.limits = properties.socket();
        this.hearing =
                new Hearing(
                        Math.toIntExact(limits.frame().toBytes()),
                        Math.toIntExact(limits.largestFrame().toBytes()));
        this.connections = connections;
        this.handler = handler;
        this.signedIn = signedIn;
        this.meters = meters;
        this.clock = clock;
    }

    /** Completes when the connection has ended, whoever ended it. */
    Mono<Void> run(WebsocketInbound in) {
        Outbox outbox =
                new Outbox(
                        new NettyLine(channel(in)),
                        limits.queue().toBytes(),
                        limits.closeGrace(),
                        meters);
        Connection connection =
                new Connection(
                        outbox,
                        new Watches(limits.watchedLots()),
                        signedIn,
                        new Conduct(limits.frames(), System.nanoTime()),
                        meters);
        meters.opened();
        connection.send(welcome());
        if (!connections.add(connection)) {
            connection.leave(new Goodbye(CloseCode.DRAIN, RETRY));
        }
        return Mono.firstWithSignal(listen(connection, in), outbox.done(), beat(connection))
                .doOnError(e -> LOG.debug("a connection broke: {}", e.toString()))
                .onErrorComplete()
                .doFinally(_ -> end(connection));
    }

    private Mono<Void> listen(Connection connection, WebsocketInbound in) {
        return hearing.of(in)
                .concatMap(heard -> handle(connection, heard), FRAMES_AHEAD)
                .then()
                .onErrorResume(
                        Hearing::isTooBig,
                        _ -> {
                            connection.close(CloseCode.TOO_BIG);
                            return Mono.never();
                        });
    }

    private Mono<Void> handle(Connection connection, Heard heard) {
        Conduct.Verdict verdict = connection.heard();
        if (connection.isOver()) {
            return Mono.empty();
        }
        switch (verdict) {
            case Conduct.Fine _ -> {
                return obey(connection, heard);
            }
            case Conduct.TooFast(Duration retryAfter) ->
                    TooFast.refuse(connection, heard, retryAfter);
            case Conduct.Enough _ -> connection.close(CloseCode.TOO_FAST);
        }
        return Mono.empty();
    }

    private Mono<Void> obey(Connection connection, Heard heard) {
        return switch (heard) {
            case Heard.Text(byte[] utf8) -> handler.handle(connection, utf8);
            case Heard.Refused(ErrorCode code, String why) -> {
                connection.refuse(code, why, null, null);
                yield Mono.empty();
            }
            case Heard.SignOfLife _ -> Mono.empty();
        };
    }

    private Mono<Void> beat(Connection connection) {
        return Flux.interval(limits.heartbeat())
                .doOnNext(_ -> connection.beat(clock.instant(), limits.idle(), limits.askWithin()))
                .then();
    }

    private void end(Connection connection) {
        connections.remove(connection);
        handler.end(connection);
        meters.ended();
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

    private static Channel channel(WebsocketInbound in) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        in.withConnection(connection -> channel.set(connection.channel()));
        return requireNonNull(channel.get(), "an inbound has its connection");
    }
}
