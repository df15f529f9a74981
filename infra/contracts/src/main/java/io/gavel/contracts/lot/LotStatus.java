package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a lot is in its life, as the public sees it. */
public enum LotStatus {
    @JsonProperty("scheduled")
    SCHEDULED("scheduled"),
    @JsonProperty("open")
    OPEN("open"),
    /** The auctioneer has stopped the clock. */
    @JsonProperty("paused")
    PAUSED("paused"),
    @JsonProperty("closed")
    CLOSED("closed");

    private final String word;

    LotStatus(String word) {
        this.word = word;
    }

    /** The word in messages. */
    public String word() {
        return word;
    }
}
