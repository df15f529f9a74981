package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.money.Amount;

/** What can happen to a sale. */
public sealed interface Input {

    /** What became of money. */
    sealed interface Money extends Input {
        ChargeKey charge();
    }

    /** Whoever collects says that he has the money. A fact: it is never lost. */
    record PaymentReceived(ChargeKey charge, Amount amount) implements Money {}

    /** Whoever collects says that he did not get it, and will not under this key. */
    record PaymentDeclined(ChargeKey charge, String why) implements Money {}

    /** Whoever collected says that he gave it back. */
    record GivenBack(ChargeKey charge) implements Money {}

    /** An operator says so; not while whoever collects may yet say otherwise. */
    record WrittenDown(Money said) implements Input {}

    /** The debtor has what was declined tried again. */
    record PayAgain(AccountId by) implements Input {}

    /** The operator has money given back again, as it could not be before. */
    record GiveBackAgain(ChargeKey charge) implements Input {}

    /** A deadline may have passed; too early or too often is harmless. */
    record DeadlinePassed() implements Input {}

    record AcceptOffer(AccountId by) implements Input {}

    record DeclineOffer(AccountId by) implements Input {}

    /** The operator undoes the sale. */
    record Cancel(AccountId by, String reason) implements Input {}

    /** The operator has a declined charge tried again, or gives a defaulter another term. */
    record Retry() implements Input {}

    /** The lot came up again under another id. */
    record Relist(LotId as) implements Input {}
}
