package io.gavel.gateway.stream;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.contracts.frame.ErrorCode;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.connection.Connections;
import io.gavel.gateway.connection.Goodbye;
import io.gavel.gateway.connection.Outbox;
import io.gavel.gateway.connection.SocketMeters;
import io.gavel.gateway.feed.Answer;
import io.gavel.gateway.feed.Feeds;
import io.gavel.gateway.feed.Watch;
import io.gavel.gateway.feed.Wording;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.wire.Frame;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs a stream from its first message to its end. */
@Component
class Streams {

    private final GatewayProperties.Socket limits;
    private final Feeds feeds;
    private final Connections connections;
    private final SocketMeters meters;
    private final Clock clock;

    Streams(
            GatewayProperties properties,
            Feeds feeds,
            Connections connections,
            SocketMeters meters,
            Clock clock) {
        this.limits = properties.socket();
        this.feeds = feeds;
        this.connections = connections;
        this.meters = meters;
        this.clock = clock;
    }

    /** Completes when the stream has ended; fails with a problem while nothing has been sent. */
    Mono<Void> run(Asked asked, StreamLine line) {
        return Mono.defer(() -> {
            Outbox outbox = new Outbox(line, limits.queue().toBytes(), limits.closeGrace(), meters);
            Listener listener = new Listener(outbox);
            Watch watch =
                    new Watch(asked.lot(), asked.feed(), asked.after(), Wording.BARE, listener);
            meters.opened();
            meters.watches(1);
            return Mono.firstWithSignal(
                            watch(watch, listener),
                            line.over(),
                            outbox.done(),
                            beat(watch, listener))
                    .doFinally(_ -> {
                        connections.remove(listener);
                        feeds.end(watch);
                        outbox.ended();
                        meters.watches(-1);
                        meters.ended();
                    });
        });
    }

    private Mono<Void> watch(Watch watch, Listener listener) {
        return Mono.defer(() -> {
            if (!connections.add(listener)) {
                listener.leave(Goodbye.of(CloseCode.DRAIN));
                return Mono.never();
            }
            return feeds.watch(watch).flatMap(answer -> answered(watch, listener, answer));
        });
    }

    private Mono<Void> answered(Watch watch, Listener listener, Answer answer) {
        return switch (answer) {
            case WATCHING -> Mono.never();
            case UNKNOWN_LOT ->
                    Mono.error(Problems.of(HttpStatus.NOT_FOUND, "there is no such lot"));
            case FULL ->
                    refused(
                            watch,
                            listener,
                            ErrorCode.BUSY,
                            "too many lots are being watched here");
            case UNAVAILABLE ->
                    refused(watch, listener, ErrorCode.UNAVAILABLE, "the lot cannot be read now");
        };
    }

    private Mono<Void> refused(Watch watch, Listener listener, ErrorCode code, String message) {
        if (!listener.hasBegun()) {
            return Mono.error(
                    Problems.comeAgain(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            code.word() + ": " + message,
                            StreamLine.RETRY));
        }
        meters.refused(code.word());
        listener.send(Frame.error(code, message, null, watch.lot(), StreamLine.RETRY.toMillis()));
        return Mono.never();
    }

    private Mono<Void> beat(Watch watch, Listener listener) {
        return Flux.interval(limits.heartbeat())
                .filter(_ -> listener.hasBegun())
                .doOnNext(_ -> listener.send(heartbeat(watch)))
                .then();
    }

    private Frame heartbeat(Watch watch) {
        Map<String, Long> versions =
                watch.sent() > 0 ? Map.of(watch.lot().toString(), watch.sent()) : Map.of();
        return Frame.of(new ServerFrame.Heartbeat(clock.instant(), versions));
    }
}
