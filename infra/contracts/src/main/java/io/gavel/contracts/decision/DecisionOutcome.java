package io.gavel.contracts.decision;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a command was obeyed. */
public enum DecisionOutcome {
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("rejected")
    REJECTED
}
