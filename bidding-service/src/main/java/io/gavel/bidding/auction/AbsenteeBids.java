package io.gavel.bidding.auction;

import static io.gavel.contracts.decision.Reason.BELOW_OWN_MAX;
import static io.gavel.contracts.decision.Reason.CONFIRM_LARGE;
import static io.gavel.contracts.decision.Reason.NOT_OPEN;
import static io.gavel.contracts.decision.Reason.TOO_LOW;

import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Bids before the opening: kept, and placed at the opening in log order (RULES). */
final class AbsenteeBids {

    private AbsenteeBids() {}

    static Verdict keep(Lot.Scheduled lot, PlaceBid bid, Bidder bidder, Instant at) {
        if (!lot.terms().rules().absenteeBids()) {
            return Verdict.refused(NOT_OPEN);
        }
        return switch (lot.terms().rules().format()) {
            case Format.English english -> keep(lot, english, bid, bidder, at);
            case Format.SealedFirstPrice(), Format.SealedSecondPrice() ->
                    SealedAuction.bid(lot.terms(), lot.book(), bidder, bid.amount(), false, at);
            case Format.Dutch _ -> Verdict.refused(NOT_OPEN);
        };
    }

    private static Verdict keep(
            Lot.Scheduled lot, Format.English rules, PlaceBid bid, Bidder bidder, Instant at) {
        Optional<Verdict> barred = bidder.barredFrom(lot.terms());
        if (barred.isPresent()) {
            return barred.get();
        }
        Money start = lot.terms().rules().startingPrice();
        Hand known = lot.book().hand(bidder.paddle());
        if (!bid.amount().isAtLeast(start)) {
            return Verdict.refused(TOO_LOW);
        }
        if (known != null && !bid.amount().isMoreThan(known.max())) {
            return Verdict.refused(BELOW_OWN_MAX);
        }
        if (EnglishBid.isLarge(rules, bid.amount(), start) && !bid.confirmLarge()) {
            return Verdict.refused(CONFIRM_LARGE);
        }
        return Kept.bid(lot.book(), true, bidder, bid.amount(), at, true).accepted(List.of());
    }

    /**
     * The lot opens and the bids that were kept are placed as if they came at that moment; one that
     * is too low by then does nothing.
     */
    static List<Fact> open(LotId id, Lot.Scheduled scheduled, Instant opensAt) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.BiddingOpened(opensAt));
        switch (scheduled.terms().rules().format()) {
            case Format.English rules -> place(id, scheduled, rules, opensAt, facts);
            case Format.SealedFirstPrice(), Format.SealedSecondPrice() ->
                    scheduled.book().hands().forEach(_ -> facts.add(new Fact.SealedBidPlaced()));
            case Format.Dutch _ -> {}
        }
        return facts;
    }

    private static void place(
            LotId id,
            Lot.Scheduled scheduled,
            Format.English rules,
            Instant opensAt,
            List<Fact> facts) {
        record Waiting(Hand hand, Placed bid) {}
        List<Waiting> waiting =
                scheduled
                        .book()
                        .hands()
                        .flatMap(hand -> hand.bids().stream().map(bid -> new Waiting(hand, bid)))
                        .sorted(Comparator.comparingInt(each -> each.bid().place()))
                        .toList();
        if (rules.retraction()) {
            scheduled
                    .book()
                    .hands()
                    .map(hand -> hand.without(hand.bids().size()))
                    .forEach(empty -> facts.add(new Fact.HandChanged(empty)));
        }
        Lot lot = Evolution.evolve(id, scheduled, facts);
        for (Waiting each : waiting) {
            EnglishBidding bidding = (EnglishBidding) ((Lot.Open) lot).bidding();
            Bidder bidder = new Bidder(each.hand().account(), each.hand().paddle(), false);
            Verdict verdict =
                    new EnglishBid(bidding, bidder, each.bid().amount(), true, opensAt).verdict();
            facts.addAll(verdict.facts());
            lot = Evolution.evolve(id, lot, verdict.facts());
        }
    }
}
