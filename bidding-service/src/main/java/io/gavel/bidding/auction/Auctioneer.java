package io.gavel.bidding.auction;

import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides: a function of the lot, the command and the command's time, and of nothing else (DESIGN,
 * invariant 3).
 */
public final class Auctioneer {

    /** The furthest end a listing may name. */
    static final Duration LONGEST = Duration.ofDays(366);

    private Auctioneer() {}

    /**
     * Decides one command.
     *
     * @param paddle under which its sender has bid on this lot before
     * @param at the command's append time, never before that of the command decided before
     */
    public static Verdict decide(Lot lot, Command command, Optional<Paddle> paddle, Instant at) {
        List<Fact> due = due(lot, at);
        Lot now = Evolution.evolve(command.lot(), lot, due);
        Verdict verdict =
                switch (command) {
                    case ListLot list -> list(now, list, at);
                    case PlaceBid bid -> bid(now, bid, paddle, at);
                    case CloseDue _ -> closeDue(now);
                    case InvalidCommand invalid -> refused(Reason.INVALID, invalid.problem());
                };
        return due.isEmpty()
                ? verdict
                : new Verdict(concat(due, verdict.facts()), verdict.answer());
    }

    /**
     * What time alone brings about: opening at {@code opensAt}, the hammer at {@code closesAt};
     * equal is due.
     */
    private static List<Fact> due(Lot lot, Instant at) {
        return switch (lot) {
            case Lot.Scheduled(Terms terms) when !at.isBefore(terms.opensAt()) ->
                    at.isBefore(terms.rules().closesAt())
                            ? List.of(new Fact.BiddingOpened())
                            : List.of(
                                    new Fact.BiddingOpened(),
                                    new Fact.HammerFell(CloseOutcome.UNSOLD, null, null));
            case Lot.Open(Bidding bidding) when !at.isBefore(bidding.closesAt()) ->
                    List.of(hammer(bidding));
            case Lot.Unlisted _, Lot.Scheduled _, Lot.Open _, Lot.Closed _ -> List.of();
        };
    }

    private static Fact hammer(Bidding bidding) {
        return switch (bidding.standing()) {
            case Standing.Led led when bidding.terms().reserveMetBy(led.price()) ->
                    new Fact.HammerFell(CloseOutcome.SOLD, led.price(), led.paddle());
            case Standing.Led _, Standing.NoBids() ->
                    new Fact.HammerFell(CloseOutcome.UNSOLD, null, null);
        };
    }

    private static Verdict list(Lot lot, ListLot list, Instant at) {
        if (!(lot instanceof Lot.Unlisted)) {
            return refused(Reason.CONFLICT, "lot: already listed (expected: a new lot id)");
        }
        Rules rules = list.listing().rules();
        if (!rules.closesAt().isAfter(at) || rules.closesAt().isAfter(at.plus(LONGEST))) {
            return refused(
                    Reason.INVALID,
                    "closesAt: "
                            + Instants.format(rules.closesAt())
                            + " (expected: after "
                            + Instants.format(at)
                            + ", at most "
                            + LONGEST.toDays()
                            + " days later)");
        }
        Fact listed = new Fact.LotListed(list.by(), list.listing());
        Lot listedLot = Evolution.evolve(list.lot(), lot, listed);
        return accepted(concat(List.of(listed), due(listedLot, at)));
    }

    private static Verdict bid(Lot lot, PlaceBid bid, Optional<Paddle> paddle, Instant at) {
        return switch (lot) {
            case Lot.Unlisted() -> refused(Reason.UNKNOWN_LOT, null);
            case Lot.Scheduled _ -> refused(Reason.NOT_OPEN, null);
            case Lot.Closed _ -> refused(Reason.CLOSED, null);
            case Lot.Open(Bidding bidding) -> {
                Paddle own = paddle.orElseGet(bidding::nextPaddle);
                yield new EnglishBid(bidding, bid.by(), own, bid.amount(), bid.confirmLarge(), at)
                        .verdict();
            }
        };
    }

    private static Verdict closeDue(Lot lot) {
        return lot instanceof Lot.Unlisted
                ? refused(Reason.UNKNOWN_LOT, null)
                : accepted(List.of());
    }

    private static Verdict accepted(List<Fact> facts) {
        return new Verdict(facts, new Answer.Accepted());
    }

    private static Verdict refused(Reason reason, @Nullable String detail) {
        return new Verdict(List.of(), new Answer.Refused(reason, detail));
    }

    private static List<Fact> concat(List<Fact> first, List<Fact> second) {
        List<Fact> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
