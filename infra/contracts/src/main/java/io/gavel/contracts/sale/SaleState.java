package io.gavel.contracts.sale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a sale is on its way to a final state (RULES, "Settlement"). */
public enum SaleState {
    @JsonProperty("awaiting-payment")
    AWAITING_PAYMENT("awaiting-payment"),
    /** Final: passed, no one owes anything. */
    @JsonProperty("unsold")
    UNSOLD("unsold"),
    /** Final: the lot was withdrawn. */
    @JsonProperty("cancelled")
    CANCELLED("cancelled");

    private final String word;

    SaleState(String word) {
        this.word = word;
    }

    /** The word in messages and in the database. */
    public String word() {
        return word;
    }
}
