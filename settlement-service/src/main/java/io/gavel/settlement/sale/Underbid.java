package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.util.Comparator;

/**
 * What an underbidder was ready to pay.
 *
 * @param since the log offset of that bid; of equal bids the earlier comes first
 */
public record Underbid(AccountId account, Paddle paddle, Money most, long since) {

    static final Comparator<Underbid> DOWN_THE_LADDER =
            Comparator.comparing(Underbid::most).reversed().thenComparingLong(Underbid::since);
}
