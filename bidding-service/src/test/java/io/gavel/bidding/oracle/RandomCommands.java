package io.gavel.bidding.oracle;

import io.gavel.bidding.Saleroom;
import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.command.RetractBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import java.util.Random;

/** Commands by chance, of every kind, among them foolish and late ones. */
final class RandomCommands {

    private static final long[] ODD_AMOUNTS = {1, 99, 100, 1_000, 100_000, Money.MAX_MINOR};

    private final Random random;
    private final LotId lot;

    RandomCommands(Random random, LotId lot) {
        this.random = random;
        this.lot = lot;
    }

    Command next(CommandId id, NaiveAuction now) {
        AccountId by = bidder();
        AccountId officer = random.nextInt(4) == 0 ? Saleroom.SELLER : Saleroom.OPERATOR;
        boolean asOperator = random.nextBoolean();
        boolean suspended = random.nextInt(25) == 0;
        boolean paused = now.status() == LotStatus.PAUSED;
        int dice = random.nextInt(1000);
        if (dice < 30 || (paused && random.nextInt(4) == 0)) {
            return paused
                    ? new Resume(id, lot, officer, null, asOperator)
                    : new Pause(id, lot, officer, "tea", asOperator);
        }
        return switch (dice / 10) {
            case 3 -> new Resume(id, lot, officer, null, asOperator);
            case 4 -> new Extend(id, lot, officer, minutes(), "a late train", asOperator);
            case 5 ->
                    dice % 10 < 3
                            ? new Hammer(id, lot, officer, null, asOperator)
                            : new Extend(id, lot, officer, 1, null, asOperator);
            case 6 ->
                    dice % 10 < 3
                            ? new Cancel(id, lot, officer, null, asOperator)
                            : new CloseDue(id, lot, officer);
            case 7 -> new InvalidCommand(id, lot, by, "{}", "type: dance (expected: another)");
            case 8 -> new ListLot(id, lot, by, now.listing);
            case 9, 10, 11, 12 -> new CloseDue(id, lot, officer);
            case 13, 14, 15 ->
                    dice % 10 < 4
                            ? new BuyNow(id, lot, by, suspended)
                            : new AcceptPrice(id, lot, by, suspended);
            case 16, 17, 18, 19, 20, 21, 22 ->
                    new LowerMax(id, lot, leaderOr(by, now), lowered(now));
            case 23, 24, 25, 26, 27, 28, 29 -> new RetractBid(id, lot, by, "a typing error");
            default -> new PlaceBid(id, lot, by, amount(now), random.nextInt(4) == 0, suspended);
        };
    }

    private int minutes() {
        return random.nextInt(20) == 0 ? 366 * 24 * 60 : 1 + random.nextInt(5);
    }

    private AccountId leaderOr(AccountId by, NaiveAuction now) {
        return now.leader() != null && random.nextInt(4) > 0 ? now.leader() : by;
    }

    private AccountId bidder() {
        return switch (random.nextInt(40)) {
            case 0 -> Saleroom.SELLER;
            case 1 -> new AccountId("his-wife");
            default -> new AccountId("bidder-" + random.nextInt(6));
        };
    }

    private Money lowered(NaiveAuction now) {
        return random.nextBoolean() ? new Money(now.price()) : amount(now);
    }

    /** Mostly near the price, where it is interesting. */
    private Money amount(NaiveAuction now) {
        long amount =
                switch (random.nextInt(16)) {
                    case 0 -> ODD_AMOUNTS[random.nextInt(ODD_AMOUNTS.length)];
                    case 1 -> now.reserve() + random.nextInt(3) - 1;
                    case 2, 3, 4 -> now.next() + random.nextInt(3) - 1;
                    case 5, 6 -> now.price() + random.nextInt(3);
                    case 7, 8, 9 -> now.secret() + random.nextInt(3) - 1;
                    case 10 -> now.price();
                    default -> now.price() + random.nextInt(150);
                };
        return new Money(Math.clamp(amount, 1, Money.MAX_MINOR));
    }
}
