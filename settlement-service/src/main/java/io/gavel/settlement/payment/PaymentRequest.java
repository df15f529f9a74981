package io.gavel.settlement.payment;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;

/** Somebody is to pay for a lot. The same key always comes with the same content. */
public record PaymentRequest(PaymentKey key, LotId lot, AccountId payer, Sum sum)
        implements Request {}
