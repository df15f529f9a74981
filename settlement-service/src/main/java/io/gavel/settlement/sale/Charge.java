package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.settlement.money.Amount;
import java.util.Locale;

/** Money that was asked for under one key, and what is known of it. */
public record Charge(ChargeKey key, AccountId debtor, Amount amount, Status status) {

    /** What is known of a charge. */
    public enum Status {
        /** Nothing yet: it may have been collected or not. */
        ASKED,
        /** It was not collected. */
        DECLINED,
        /** Final: it was collected, and paid for the lot. */
        TAKEN,
        /** It was collected when it was not owed any more, and is to be given back. */
        OWED_BACK,
        /** Final: it was collected when it was not owed any more, and was given back. */
        GIVEN_BACK;

        /** As people are shown it: {@code owed-back}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Charge with(Status known) {
        return new Charge(key, debtor, amount, known);
    }
}
