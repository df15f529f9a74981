package io.gavel.bidding.oracle;

import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Listing;
import java.time.Instant;

/** RULES, "Dutch": the formula. */
final class NaiveDutch extends NaiveAuction {

    private final Format.Dutch rules;
    private Instant endedAt;

    NaiveDutch(Listing listing, AccountId seller, Instant listedAt) {
        super(listing, seller, listedAt);
        rules = (Format.Dutch) listing.rules().format();
    }

    @Override
    void opens() {}

    @Override
    void take(Command command) {
        hammer = price();
        winner = command.by();
        outcome = CloseOutcome.SOLD;
    }

    @Override
    void settle() {
        endedAt = now;
    }

    @Override
    void cancelled() {
        endedAt = now;
    }

    @Override
    String answerOpen(Command command) {
        if (!(command instanceof AcceptPrice accept)) {
            return "invalid";
        }
        String barred = barred(accept.by(), accept.suspended());
        return barred == null ? YES : barred;
    }

    @Override
    String answerEarly(PlaceBid bid) {
        return "not-open";
    }

    @Override
    long price() {
        if (hammer != null) {
            return hammer;
        }
        if (!open) {
            return start();
        }
        long ticks = clock.ran(endedAt == null ? now : endedAt).dividedBy(rules.tick());
        return Math.max(rules.floor().minor(), start() - ticks * rules.step().minor());
    }

    @Override
    long next() {
        return price();
    }

    @Override
    int bids() {
        return winner == null ? 0 : 1;
    }

    @Override
    AccountId leader() {
        return winner;
    }

    @Override
    boolean hasBids() {
        return winner != null;
    }

    @Override
    Long reservePrice() {
        return null;
    }
}
