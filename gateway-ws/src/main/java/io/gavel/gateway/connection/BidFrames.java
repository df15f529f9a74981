package io.gavel.gateway.connection;

import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.frame.ClientFrame;
import io.gavel.contracts.frame.ErrorCode;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.command.Commands;
import io.gavel.gateway.command.Outcome;
import io.gavel.gateway.suspension.Suspensions;
import io.gavel.gateway.wire.Frame;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Bids that come in frames. */
@Component
class BidFrames {

    private static final Logger LOG = LoggerFactory.getLogger(BidFrames.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Commands commands;
    private final Suspensions suspensions;
    private final Clock clock;

    BidFrames(Commands commands, Suspensions suspensions, Clock clock) {
        this.commands = commands;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** Sends a bid, if the connection may; what becomes of it is told to its account. */
    void handle(Connection connection, ClientFrame.Bid bid) {
        Optional<Person> person = connection.person(clock.instant()).map(suspensions::noted);
        if (person.isEmpty()) {
            connection.refuse(ErrorCode.UNAUTHENTICATED, "say auth first", bid.id(), bid.lot());
        } else if (!person.get().mayBid()) {
            connection.refuse(
                    ErrorCode.NOT_ALLOWED,
                    "roles: " + person.get().roles() + " (expected: BIDDER among them)",
                    bid.id(),
                    bid.lot());
        } else if (!connection.beginBid()) {
            connection.refuse(
                    ErrorCode.BUSY,
                    "this gateway is stopping: send it to another with the same id",
                    bid.id(),
                    bid.lot(),
                    RETRY);
        } else {
            PlaceBid command =
                    new PlaceBid(
                            bid.id(),
                            bid.lot(),
                            person.get().account(),
                            bid.amount(),
                            bid.confirmLarge(),
                            person.get().suspended());
            commands.bid(command, bid.insist(), "ws")
                    .doFinally(_ -> connection.endBid())
                    .subscribe(
                            outcome -> decided(connection, bid, outcome),
                            e -> LOG.error("a bid failed", e));
        }
    }

    private static void decided(Connection connection, ClientFrame.Bid bid, Outcome outcome) {
        switch (outcome) {
            case Outcome.Decided _ -> {}
            case Outcome.Advised advised -> connection.send(Frame.of(advised.answer()));
            case Outcome.Undecided _ ->
                    connection.refuse(
                            ErrorCode.UNDECIDED,
                            "no decision yet: it follows, or can be asked for",
                            bid.id(),
                            bid.lot(),
                            RETRY);
            case Outcome.NotSent _ ->
                    connection.refuse(
                            ErrorCode.NOT_SENT,
                            "the log did not confirm the bid: send it again with the same id",
                            bid.id(),
                            bid.lot(),
                            RETRY);
            case Outcome.TooMany many ->
                    connection.refuse(
                            ErrorCode.BUSY,
                            many.why() + ": send it again with the same id",
                            bid.id(),
                            bid.lot(),
                            many.retryAfter());
            case Outcome.Busy _ ->
                    connection.refuse(
                            ErrorCode.BUSY,
                            "too many bids wait: send it again with the same id",
                            bid.id(),
                            bid.lot(),
                            RETRY);
        }
    }
}
