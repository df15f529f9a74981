package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a lot is auctioned. */
public enum Format {
    /** Ascending, bids are maxima and the house bids for the leader up to his. */
    @JsonProperty("english")
    ENGLISH
}
