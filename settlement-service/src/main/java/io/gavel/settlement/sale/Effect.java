package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;

/** What is to be written down with a new state, in the same transaction. */
public sealed interface Effect {

    /** A buyer is billed. */
    record Invoice(Demand demand) implements Effect {}

    /** His bill is taken back. */
    record CreditNote(Demand demand) implements Effect {}

    /** The seller is told what he gets. */
    record Statement(Demand demand) implements Effect {}

    /** Somebody is to be charged; that begins once this is written down. */
    record Collect(Charge charge) implements Effect {}

    /** Money came that was owed. */
    record Received(Charge charge) implements Effect {}

    /** Money came that was not owed, and is to be given back. */
    record OwedBack(Charge charge) implements Effect {}

    /** Whoever collected it is to give it back, though he could not before. */
    record GiveBack(Charge charge) implements Effect {}

    /** What was owed back was given back. */
    record GivenBack(Charge charge) implements Effect {}

    /** It was not collected, or what was is back, though its provider does not say so. */
    record SeenTo(Charge charge) implements Effect {}

    /** Somebody did not pay in time. */
    record Strike(AccountId account, int round) implements Effect {}
}
