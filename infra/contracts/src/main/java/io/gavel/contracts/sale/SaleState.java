package io.gavel.contracts.sale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a sale is on its way to a final state (RULES, "Settlement"). */
public enum SaleState {
    /** The winner, or who accepted an offer, owes money. */
    @JsonProperty("awaiting-payment")
    AWAITING_PAYMENT("awaiting-payment"),
    /** Final: the winner has paid. */
    @JsonProperty("paid")
    PAID("paid"),
    /** Who owed did not pay in time; offers follow. */
    @JsonProperty("defaulted")
    DEFAULTED("defaulted"),
    /** An underbidder may buy it at his own highest bid. */
    @JsonProperty("offered")
    OFFERED("offered"),
    /** Final: an underbidder has accepted and paid. */
    @JsonProperty("sold-by-offer")
    SOLD_BY_OFFER("sold-by-offer"),
    /** Final: passed, no one owes anything. */
    @JsonProperty("unsold")
    UNSOLD("unsold"),
    /** Final: the lot was withdrawn, or its sale undone. */
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
