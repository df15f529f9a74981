package io.gavel.bidding.oracle;

import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One auction at one moment, worked out from all its commands. */
abstract class NaiveAuction {

    static final String YES = "accepted";

    /** A command with its time and what was answered to it. */
    record Line(Instant at, Command command, String answer) {}

    final Listing listing;
    final AccountId seller;
    final NaiveClock clock;

    /** Who has a paddle, in the order of numbers. */
    final List<AccountId> paddles = new ArrayList<>();

    /** Kept before the opening. */
    final List<PlaceBid> early = new ArrayList<>();

    Instant now;
    boolean open;
    CloseOutcome outcome;
    Long hammer;
    AccountId winner;

    NaiveAuction(Listing listing, AccountId seller, Instant listedAt) {
        this.listing = listing;
        this.seller = seller;
        this.clock = new NaiveClock(listing.rules(), listedAt);
    }

    /** The lot at a time, after all these commands. */
    static NaiveAuction after(
            Listing listing, AccountId seller, Instant listedAt, List<Line> lines, Instant at) {
        NaiveAuction auction =
                switch (listing.rules().format()) {
                    case Format.English _ -> new NaiveEnglish(listing, seller, listedAt);
                    case Format.Dutch _ -> new NaiveDutch(listing, seller, listedAt);
                    default -> new NaiveSealed(listing, seller, listedAt);
                };
        auction.passTo(listedAt);
        for (Line line : lines) {
            auction.passTo(line.at);
            if (line.answer.equals(YES)) {
                auction.obey(line.command);
            }
        }
        auction.passTo(at);
        return auction;
    }

    abstract void opens();

    /** Takes an accepted command of a bidder. */
    abstract void take(Command command);

    /** The answer to a bidder's command while the lot is open. */
    abstract String answerOpen(Command command);

    abstract String answerEarly(PlaceBid bid);

    /** Sets the winner and the hammer price, if there are any. */
    abstract void settle();

    void cancelled() {}

    abstract long price();

    abstract long next();

    abstract int bids();

    abstract AccountId leader();

    /** The leader's maximum, where there is a leader. */
    long secret() {
        return price();
    }

    abstract boolean hasBids();

    /** What the reserve status is decided by; null while there is no such price. */
    abstract Long reservePrice();

    private void passTo(Instant at) {
        now = at;
        if (!open && outcome == null && !at.isBefore(clock.opensAt)) {
            open = true;
            opens();
        }
        if (open && outcome == null && clock.pausedSince == null && !at.isBefore(clock.end)) {
            close();
        }
    }

    private void close() {
        outcome = CloseOutcome.UNSOLD;
        settle();
        if (winner != null) {
            outcome = CloseOutcome.SOLD;
        }
    }

    private void obey(Command command) {
        switch (command) {
            case Pause _ -> clock.pausedSince = now;
            case Resume _ -> clock.goOn(now);
            case Extend extend -> clock.extend(extend);
            case Hammer _ -> close();
            case Cancel _ -> {
                outcome = CloseOutcome.CANCELLED;
                if (clock.pausedSince != null) {
                    clock.goOn(now);
                }
                cancelled();
            }
            case CloseDue _ -> {}
            default -> {
                if (!paddles.contains(command.by())) {
                    paddles.add(command.by());
                }
                if (open) {
                    take(command);
                } else {
                    early.add((PlaceBid) command);
                }
            }
        }
    }

    LotStatus status() {
        if (outcome != null) {
            return LotStatus.CLOSED;
        }
        if (clock.pausedSince != null) {
            return LotStatus.PAUSED;
        }
        return open ? LotStatus.OPEN : LotStatus.SCHEDULED;
    }

    /** {@code accepted}, or the word of the reason. */
    String answer(Command command) {
        return switch (command) {
            case InvalidCommand _ -> "invalid";
            case ListLot _ -> "conflict";
            case CloseDue _ -> YES;
            case AuctioneerCommand act -> NaiveRostrum.answer(this, act);
            default ->
                    switch (status()) {
                        case OPEN -> answerOpen(command);
                        case PAUSED -> "paused";
                        case CLOSED -> "closed";
                        case SCHEDULED ->
                                listing.rules().absenteeBids() && command instanceof PlaceBid bid
                                        ? answerEarly(bid)
                                        : "not-open";
                    };
        };
    }

    /** Null if he may bid on this lot. */
    String barred(AccountId account, boolean suspended) {
        if (account.equals(seller) || listing.linkedAccounts().contains(account)) {
            return "own-lot";
        }
        return suspended ? "not-allowed" : null;
    }

    long start() {
        return listing.rules().startingPrice().minor();
    }

    long reserve() {
        return listing.reserve() == null ? 0 : listing.reserve().minor();
    }
}
