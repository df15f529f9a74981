package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;

/**
 * A second chance: an underbidder may buy, and need not.
 *
 * @param round 1 for the first offer of a lot
 * @param price his own highest bid
 * @param until when it ends; equal is late
 */
public record Offer(int round, AccountId to, Paddle paddle, Money price, Instant until) {}
