package io.gavel.bidding;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Commands with new ids, as people send them. */
public final class Commands {

    private Commands() {}

    public static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    /** Lists a lot and waits until it is there. */
    public static LotId listed(Wire wire, String seller, Listing listing) {
        LotId lot = new LotId(UUID.randomUUID());
        Decision decision = wire.ask(new ListLot(id(), lot, new AccountId(seller), listing));
        if (decision.outcome() != DecisionOutcome.ACCEPTED) {
            throw new IllegalStateException(decision + ": " + decision.detail());
        }
        return lot;
    }

    public static PlaceBid bid(LotId lot, String bidder, long amount) {
        return new PlaceBid(id(), lot, new AccountId(bidder), new Money(amount), false, false);
    }

    public static Hammer hammer(LotId lot) {
        return new Hammer(id(), lot, new AccountId("operator"), null, false);
    }

    public static Instant inMinutes(long minutes) {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(minutes, ChronoUnit.MINUTES);
    }
}
