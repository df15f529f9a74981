package io.gavel.settlement.payment;

/** What became of a charge, as far as is known. */
public sealed interface Outcome extends Finding {

    /** It will not change any more. */
    sealed interface Final extends Outcome {}

    /**
     * The money was collected.
     *
     * @param providerId what the provider calls this charge
     * @param sum what was collected
     */
    record Succeeded(String providerId, Sum sum) implements Final {}

    /**
     * It was not collected and will not be under this key.
     *
     * @param reason a stable word
     */
    record Declined(String reason) implements Final {}

    /** The provider knows of it and has not made up its mind. */
    record Pending() implements Outcome {}

    /**
     * It was perhaps collected.
     *
     * @param why a stable word or sentence for operators
     */
    record Unknown(String why) implements Outcome {}
}
