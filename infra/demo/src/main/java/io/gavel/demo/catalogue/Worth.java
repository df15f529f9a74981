package io.gavel.demo.catalogue;

/**
 * Between what bounds bidders value a lot, in minor units: about its estimate. Whoever bids above
 * wins.
 */
public record Worth(long low, long high) {

    public Worth {
        if (low < 1 || high <= low) {
            throw new IllegalArgumentException(
                    "worth: " + low + " to " + high + " (expected: from 1 on, the low one first)");
        }
    }
}
