package io.gavel.bidding.auction;

import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.RetractBid;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides: a function of the lot, the command and the command's time, and of nothing else (DESIGN,
 * invariant 3).
 */
public final class Auctioneer {

    private Auctioneer() {}

    /**
     * Decides one command.
     *
     * @param paddle under which its sender has bid on this lot before
     * @param outages what is made good to the lot of outages before it, as {@link OutageTerms} has
     *     it
     * @param at the command's append time, never before that of the command decided before
     */
    public static Verdict decide(
            Lot lot, Command command, Optional<Paddle> paddle, List<Outage> outages, Instant at) {
        List<Fact> due = Due.facts(command.lot(), lot, outages, at);
        Lot now = due.isEmpty() ? lot : Evolution.evolve(command.lot(), lot, due);
        Verdict verdict =
                switch (command) {
                    case PlaceBid bid -> bid(now, bid, paddle, at);
                    case ListLot list -> list(now, list, at);
                    case CloseDue _ -> closeDue(now);
                    case AuctioneerCommand act -> Rostrum.decide(now, act, at);
                    case InvalidCommand invalid ->
                            Verdict.refused(Reason.INVALID, invalid.problem());
                    case LowerMax _, RetractBid _, BuyNow _, AcceptPrice _ ->
                            onOpen(now, command, paddle, at);
                };
        return verdict.after(due);
    }

    private static Verdict list(Lot lot, ListLot list, Instant at) {
        if (!(lot instanceof Lot.Unlisted)) {
            return Verdict.refused(Reason.CONFLICT, "lot: already listed (expected: a new lot id)");
        }
        Rules rules = list.listing().rules();
        if (!rules.endsInTime(at)) {
            return Verdict.refused(
                    Reason.INVALID,
                    "closesAt: "
                            + Instants.format(rules.closesAt())
                            + " (expected: after "
                            + Instants.format(at)
                            + ", at most "
                            + Rules.LONGEST.toDays()
                            + " days later)");
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.LotListed(list.by(), list.listing()));
        Instant opensAt = rules.opensAt();
        if (opensAt == null || !opensAt.isAfter(at)) {
            facts.add(new Fact.BiddingOpened(at));
        }
        return Verdict.accepted(facts);
    }

    private static Verdict bid(Lot lot, PlaceBid bid, Optional<Paddle> paddle, Instant at) {
        return switch (lot) {
            case Lot.Open(EnglishBidding english) ->
                    new EnglishBid(
                                    english,
                                    Bidder.of(bid.by(), paddle, english.paddles(), bid.suspended()),
                                    bid.amount(),
                                    bid.confirmLarge(),
                                    at)
                            .verdict();
            case Lot.Open(SealedBidding sealed) ->
                    SealedAuction.bid(
                            sealed.terms(),
                            sealed.book(),
                            Bidder.of(bid.by(), paddle, sealed.paddles(), bid.suspended()),
                            bid.amount(),
                            true,
                            at);
            case Lot.Open(DutchBidding dutch) -> NotOpen.refuse(bid, dutch);
            case Lot.Scheduled scheduled ->
                    AbsenteeBids.keep(
                            scheduled,
                            bid,
                            Bidder.of(bid.by(), paddle, scheduled.paddles(), bid.suspended()),
                            at);
            case Lot.Unlisted _, Lot.Paused _, Lot.Closed _ -> NotOpen.refuse(lot);
        };
    }

    private static Verdict onOpen(Lot lot, Command command, Optional<Paddle> paddle, Instant at) {
        return switch (lot) {
            case Lot.Open(EnglishBidding english) -> english(english, command, paddle, at);
            case Lot.Open(DutchBidding dutch) when command instanceof AcceptPrice accept ->
                    DutchAuction.accept(
                            dutch,
                            Bidder.of(accept.by(), paddle, dutch.paddles(), accept.suspended()),
                            at);
            case Lot.Open(var other) -> NotOpen.refuse(command, other);
            case Lot.Unlisted _, Lot.Scheduled _, Lot.Paused _, Lot.Closed _ -> NotOpen.refuse(lot);
        };
    }

    private static Verdict english(
            EnglishBidding bidding, Command command, Optional<Paddle> paddle, Instant at) {
        EnglishAuction auction = new EnglishAuction(bidding, at);
        return switch (command) {
            case LowerMax lower -> auction.lowerMax(lower.by(), lower.amount());
            case BuyNow buy ->
                    auction.buyNow(Bidder.of(buy.by(), paddle, bidding.paddles(), buy.suspended()));
            case RetractBid retract ->
                    new Retraction(bidding, paddle, retract.reason(), at).verdict();
            default -> NotOpen.refuse(command, bidding);
        };
    }

    private static Verdict closeDue(Lot lot) {
        return lot instanceof Lot.Unlisted
                ? Verdict.refused(Reason.UNKNOWN_LOT)
                : Verdict.accepted(List.of());
    }
}
