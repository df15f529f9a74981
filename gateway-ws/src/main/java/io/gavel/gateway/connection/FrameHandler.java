package io.gavel.gateway.connection;

import io.gavel.contracts.frame.ClientFrame;
import io.gavel.contracts.frame.ClientFrameJson;
import io.gavel.contracts.frame.ErrorCode;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.auth.Tokens;
import io.gavel.gateway.feed.Answer;
import io.gavel.gateway.feed.Feeds;
import io.gavel.gateway.feed.Watch;
import io.gavel.gateway.tail.Tails;
import io.gavel.gateway.wire.Frame;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does what client frames ask. A wrong frame is answered; it never ends the connection. */
@Component
class FrameHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FrameHandler.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Feeds feeds;
    private final BidFrames bids;
    private final Tokens tokens;
    private final Tails tails;
    private final Clock clock;
    private final SocketMeters meters;

    FrameHandler(
            Feeds feeds,
            BidFrames bids,
            Tokens tokens,
            Tails tails,
            Clock clock,
            SocketMeters meters) {
        this.feeds = feeds;
        this.bids = bids;
        this.tokens = tokens;
        this.tails = tails;
        this.clock = clock;
        this.meters = meters;
    }

    /** Handles one frame; completes when the next one may be handled. */
    Mono<Void> handle(Connection connection, byte[] utf8) {
        ClientFrame frame = ClientFrameJson.read(utf8);
        if (!(frame instanceof ClientFrame.Refused)) {
            connection.asked();
        }
        switch (frame) {
            case ClientFrame.Auth(String token) -> {
                return auth(connection, token);
            }
            case ClientFrame.Watch watch -> watch(connection, watch);
            case ClientFrame.Unwatch unwatch ->
                    connection
                            .watches()
                            .remove(unwatch.lot())
                            .ifPresent(watch -> {
                                meters.watches(-1);
                                feeds.end(watch);
                            });
            case ClientFrame.Bid bid -> bids.handle(connection, bid);
            case ClientFrame.Ping ping ->
                    connection.send(Frame.of(new ServerFrame.Pong(ping.t(), clock.instant())));
            case ClientFrame.Refused refused ->
                    connection.refuse(refused.code(), refused.message(), refused.id(), null);
        }
        return Mono.empty();
    }

    /** Ends all that a connection asked for. */
    void end(Connection connection) {
        connection
                .watches()
                .end()
                .forEach(watch -> {
                    meters.watches(-1);
                    feeds.end(watch);
                });
        connection.end();
    }

    private Mono<Void> auth(Connection connection, String token) {
        return tokens.check(token)
                .delayUntil(_ -> tails.followingAll(Topics.DECISIONS, Topics.SALES))
                .doOnNext(person ->
                        person.ifPresentOrElse(
                                known -> signIn(connection, known),
                                () ->
                                        connection.refuse(
                                                ErrorCode.BAD_TOKEN,
                                                "the token is forged, malformed or has"
                                                        + " expired",
                                                null,
                                                null)))
                .onErrorResume(e -> {
                    LOG.warn("tokens cannot be checked: {}", e.toString());
                    connection.refuse(
                            ErrorCode.UNAVAILABLE,
                            "tokens cannot be checked now",
                            null,
                            null,
                            RETRY);
                    return Mono.empty();
                })
                .then();
    }

    private static void signIn(Connection connection, Person person) {
        connection.signIn(person);
        connection.send(Frame.of(new ServerFrame.Authenticated(person.account(), person.roles())));
    }

    private void watch(Connection connection, ClientFrame.Watch asked) {
        Watch watch = new Watch(asked.lot(), asked.feed(), asked.after(), connection);
        switch (connection.watches().add(watch)) {
            case Watches.Full _ ->
                    connection.refuse(
                            ErrorCode.BUSY,
                            "as many lots are watched as one connection may (expected: unwatch"
                                    + " one first)",
                            null,
                            asked.lot());
            case Watches.Taken(Watch before) -> {
                if (before == null) {
                    meters.watches(1);
                } else {
                    feeds.end(before);
                }
                feeds.watch(watch)
                        .subscribe(
                                answer -> answered(connection, watch, answer),
                                e -> LOG.error("a watch failed", e));
            }
        }
    }

    private void answered(Connection connection, Watch watch, Answer answer) {
        if (answer == Answer.WATCHING) {
            return;
        }
        if (connection.watches().remove(watch)) {
            meters.watches(-1);
        }
        switch (answer) {
            case WATCHING -> {}
            case UNKNOWN_LOT ->
                    connection.refuse(
                            ErrorCode.UNKNOWN_LOT, "there is no such lot", null, watch.lot());
            case FULL ->
                    connection.refuse(
                            ErrorCode.BUSY,
                            "too many lots are being watched here",
                            null,
                            watch.lot(),
                            RETRY);
            case UNAVAILABLE ->
                    connection.refuse(
                            ErrorCode.UNAVAILABLE,
                            "the lot cannot be read now",
                            null,
                            watch.lot(),
                            RETRY);
        }
    }
}
