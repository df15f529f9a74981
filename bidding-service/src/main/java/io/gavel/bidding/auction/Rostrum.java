package io.gavel.bidding.auction;

import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.event.Happening;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the auctioneer does from his place (RULES, "Close"). Nothing is ended early in silence: each
 * of it is a public event.
 */
final class Rostrum {

    private Rostrum() {}

    static Verdict decide(Lot lot, AuctioneerCommand command, Instant at) {
        if (!(lot instanceof Lot.Listed listed)) {
            return NotOpen.refuse(lot);
        }
        boolean asSeller = command.by().equals(listed.terms().seller()) && !command.asOperator();
        if (asSeller && !(command instanceof Cancel && !hasBids(listed))) {
            return Verdict.refused(
                    Reason.NOT_ALLOWED,
                    command instanceof Cancel
                            ? "a seller can cancel his lot only before the first bid"
                            : "only an operator can do this");
        }
        return switch (command) {
            case Pause pause -> pause(listed, pause, at);
            case Resume resume -> resume(listed, resume, at);
            case Extend extend -> extend(listed, extend, at);
            case Hammer hammer -> hammer(listed, hammer, at);
            case Cancel cancel -> cancel(listed, cancel, at);
        };
    }

    private static boolean hasBids(Lot.Listed lot) {
        return switch (lot) {
            case Lot.Scheduled scheduled -> scheduled.book().bidders() > 0;
            case Lot.Opened opened -> opened.bidding().hasBids();
        };
    }

    private static Verdict pause(Lot.Listed lot, Pause pause, Instant at) {
        return lot instanceof Lot.Open
                ? Verdict.accepted(List.of(new Fact.ClockStopped(at, pause.reason())))
                : NotOpen.refuse(lot);
    }

    private static Verdict resume(Lot.Listed lot, Resume resume, Instant at) {
        return switch (lot) {
            case Lot.Paused(_, Instant since) ->
                    Verdict.accepted(
                            List.of(
                                    new Fact.ClockResumed(
                                            Duration.between(since, at), resume.reason())));
            case Lot.Open _ -> Verdict.refused(Reason.NOT_ALLOWED, "the lot is not paused");
            case Lot.Scheduled _, Lot.Closed _ -> NotOpen.refuse(lot);
        };
    }

    private static Verdict extend(Lot.Listed lot, Extend extend, Instant at) {
        if (!(lot instanceof Lot.Open || lot instanceof Lot.Paused)) {
            return NotOpen.refuse(lot);
        }
        Instant closesAt = ((Lot.Opened) lot).bidding().span().closesAt();
        Instant moved = closesAt.plus(Duration.ofMinutes(extend.minutes()));
        if (moved.isAfter(at.plus(Rules.LONGEST))) {
            return Verdict.refused(
                    Reason.INVALID,
                    "minutes: "
                            + extend.minutes()
                            + " (expected: an end by "
                            + Instants.format(at.plus(Rules.LONGEST))
                            + ")");
        }
        return Verdict.accepted(List.of(new Fact.TimeAdded(extend.minutes(), extend.reason())));
    }

    private static Verdict hammer(Lot.Listed lot, Hammer hammer, Instant at) {
        return lot instanceof Lot.Open(Bidding bidding)
                ? Verdict.accepted(
                        Due.close(
                                bidding,
                                at,
                                Objects.requireNonNullElse(
                                        hammer.reason(), Happening.Closed.HAMMER)))
                : NotOpen.refuse(lot);
    }

    private static Verdict cancel(Lot.Listed lot, Cancel cancel, Instant at) {
        if (lot instanceof Lot.Closed) {
            return NotOpen.refuse(lot);
        }
        String reason = Objects.requireNonNullElse(cancel.reason(), Happening.Closed.CANCELLED);
        return Verdict.accepted(
                List.of(new Fact.HammerFell(CloseOutcome.CANCELLED, null, null, at, reason)));
    }
}
