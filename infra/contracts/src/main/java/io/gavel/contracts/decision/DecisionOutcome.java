package io.gavel.contracts.decision;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a command was obeyed. */
public enum DecisionOutcome {
    @JsonProperty("accepted")
    ACCEPTED("accepted"),
    @JsonProperty("rejected")
    REJECTED("rejected");

    private final String word;

    DecisionOutcome(String word) {
        this.word = word;
    }

    /** The word in messages. */
    public String word() {
        return word;
    }
}
