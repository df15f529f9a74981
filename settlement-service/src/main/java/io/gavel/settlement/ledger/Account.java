package io.gavel.settlement.ledger;

import io.gavel.contracts.lot.AccountId;

/**
 * An account of the ledger.
 *
 * @param name such as {@code buyer/alice} or {@code premium}
 */
public record Account(String name) {

    /** Money that the house holds. */
    public static final Account CASH = new Account("cash");

    /** What the house earned from buyers. */
    public static final Account PREMIUM = new Account("premium");

    /** What the house earned from sellers. */
    public static final Account COMMISSION = new Account("commission");

    /** What the house owes the state. */
    public static final Account TAX = new Account("tax");

    /** What a buyer owes. */
    public static Account buyer(AccountId account) {
        return new Account("buyer/" + account.value());
    }

    /** What is owed to a seller, negative. */
    public static Account seller(AccountId account) {
        return new Account("seller/" + account.value());
    }

    /** What came from somebody who did not owe it, negative until it is given back. */
    public static Account owedBack(AccountId account) {
        return new Account("owed-back/" + account.value());
    }

    @Override
    public String toString() {
        return name;
    }
}
