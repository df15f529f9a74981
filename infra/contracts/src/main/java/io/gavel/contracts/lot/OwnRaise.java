package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What becomes of the price when a leader raises his own maximum while the price stood at that
 * maximum, less than a full step above the underbidder. Houses differ, and their public ledgers
 * show it.
 */
public enum OwnRaise {
    /** The price stays (RULES, "The leader raises his own maximum"; MaxSold). */
    @JsonProperty("keeps-price")
    KEEPS_PRICE,
    /**
     * The price goes on to a full step above the underbidder, as far as the new maximum allows
     * (eBay).
     */
    @JsonProperty("completes-step")
    COMPLETES_STEP
}
