package io.gavel.bidding.oracle;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** RULES, "Sealed first price" and "Vickrey": the bids, sorted. */
final class NaiveSealed extends NaiveAuction {

    private final List<PlaceBid> bids = new ArrayList<>();

    NaiveSealed(Listing listing, AccountId seller, Instant listedAt) {
        super(listing, seller, listedAt);
    }

    @Override
    void opens() {
        early.forEach(this::take);
    }

    /** A new bid goes to the end of the line; the same amount again keeps its place. */
    @Override
    void take(Command command) {
        PlaceBid bid = (PlaceBid) command;
        if (bids.stream().noneMatch(b -> isBy(b, bid) && b.amount().equals(bid.amount()))) {
            bids.removeIf(other -> isBy(other, bid));
            bids.add(bid);
        }
    }

    private static boolean isBy(PlaceBid one, PlaceBid other) {
        return one.by().equals(other.by());
    }

    @Override
    String answerOpen(Command command) {
        return command instanceof PlaceBid bid ? answerEarly(bid) : "invalid";
    }

    @Override
    String answerEarly(PlaceBid bid) {
        if (barred(bid.by(), bid.suspended()) != null) {
            return barred(bid.by(), bid.suspended());
        }
        return bid.amount().minor() < start() ? "too-low" : YES;
    }

    @Override
    void settle() {
        List<PlaceBid> sorted = new ArrayList<>(bids);
        sorted.sort(Comparator.comparing(PlaceBid::amount).reversed());
        if (sorted.isEmpty() || sorted.getFirst().amount().minor() < reserve()) {
            return;
        }
        winner = sorted.getFirst().by();
        hammer = sorted.getFirst().amount().minor();
        if (listing.rules().format() instanceof Format.SealedSecondPrice) {
            long second = sorted.size() > 1 ? sorted.get(1).amount().minor() : start();
            hammer = Math.max(second, reserve());
        }
    }

    @Override
    long price() {
        return hammer == null ? start() : hammer;
    }

    @Override
    long next() {
        return price();
    }

    @Override
    int bids() {
        return open ? bids.size() : 0;
    }

    @Override
    AccountId leader() {
        return winner;
    }

    @Override
    boolean hasBids() {
        return !bids.isEmpty();
    }

    @Override
    Long reservePrice() {
        return hammer;
    }
}
