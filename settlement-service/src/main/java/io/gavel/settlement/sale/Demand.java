package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.money.Bill;
import io.gavel.settlement.money.Proceeds;
import java.time.Instant;

/**
 * What somebody owes for the lot, and until when.
 *
 * @param round 0 for the winner, then one more with each offer
 * @param proceeds what the seller gets once it is paid
 * @param due when he is in default; equal is late
 */
public record Demand(
        int round, AccountId debtor, Paddle paddle, Bill bill, Proceeds proceeds, Instant due) {

    Demand dueAt(Instant newDue) {
        return new Demand(round, debtor, paddle, bill, proceeds, newDue);
    }
}
