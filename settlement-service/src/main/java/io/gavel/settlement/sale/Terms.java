package io.gavel.settlement.sale;

import io.gavel.settlement.money.Tariff;
import java.time.Duration;

/**
 * The house's conditions of sale, as they are when a demand or offer is made.
 *
 * @param payWithin how long a debtor has to pay
 * @param grace how long after a default the first offer goes out
 * @param offerFor how long an offer is open
 * @param attempts how often one debtor is charged at most
 */
public record Terms(
        Tariff tariff, Duration payWithin, Duration grace, Duration offerFor, int attempts) {}
