package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the hammer fell. */
public enum CloseOutcome {
    @JsonProperty("sold")
    SOLD("sold"),
    /** No bid, or none that met the reserve: passed. */
    @JsonProperty("unsold")
    UNSOLD("unsold"),
    @JsonProperty("cancelled")
    CANCELLED("cancelled");

    private final String word;

    CloseOutcome(String word) {
        this.word = word;
    }

    /** The word in messages. */
    public String word() {
        return word;
    }
}
