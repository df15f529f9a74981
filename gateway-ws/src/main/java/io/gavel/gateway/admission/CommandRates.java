package io.gavel.gateway.admission;

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
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import java.time.Duration;
import java.util.Optional;

/**
 * How often an account may send commands, and how often a lot may be bid on, at this gateway. The
 * auctioneer does not have to wait for a crowd of bidders: his commands count for him alone.
 * Thread-safe.
 */
public final class CommandRates {

    /** Of whom there is too much. */
    public enum Whose {
        ACCOUNT,
        LOT
    }

    /** A command that is not to be sent now. */
    public record TooMany(Whose whose, Duration retryAfter) {}

    private final Buckets<AccountId> accounts;
    private final Buckets<LotId> lots;

    /**
     * Nothing was sent yet.
     *
     * @param mostAccounts how many accounts are remembered
     * @param mostLots how many lots are remembered
     */
    public CommandRates(Rate perAccount, int mostAccounts, Rate perLot, int mostLots) {
        this.accounts = new Buckets<>(perAccount, mostAccounts);
        this.lots = new Buckets<>(perLot, mostLots);
    }

    /** Counts a command, or says that there were too many. */
    public Optional<TooMany> count(Command command, long nowNanos) {
        Duration wait = accounts.take(command.by(), nowNanos);
        if (!wait.isZero()) {
            return Optional.of(new TooMany(Whose.ACCOUNT, wait));
        }
        if (isBidders(command)) {
            wait = lots.take(command.lot(), nowNanos);
        }
        return wait.isZero() ? Optional.empty() : Optional.of(new TooMany(Whose.LOT, wait));
    }

    private static boolean isBidders(Command command) {
        return switch (command) {
            case PlaceBid _, LowerMax _, RetractBid _, BuyNow _, AcceptPrice _ -> true;
            case ListLot _, AuctioneerCommand _, CloseDue _, InvalidCommand _ -> false;
        };
    }
}
