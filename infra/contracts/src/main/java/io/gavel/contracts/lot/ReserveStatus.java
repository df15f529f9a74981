package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** All that the public learns about the reserve. */
public enum ReserveStatus {
    @JsonProperty("none")
    NONE("none"),
    @JsonProperty("not-met")
    NOT_MET("not-met"),
    @JsonProperty("met")
    MET("met");

    private final String word;

    ReserveStatus(String word) {
        this.word = word;
    }

    /** The word in messages. */
    public String word() {
        return word;
    }
}
