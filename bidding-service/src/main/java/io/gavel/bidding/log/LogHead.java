package io.gavel.bidding.log;

import io.gavel.contracts.event.Sha256;

/**
 * The end of a lot's public log.
 *
 * @param version of the newest event; 0 when there is none
 * @param hash of the exact bytes of the newest event; zeros when there is none
 */
public record LogHead(long version, Sha256 hash) {

    /** Of a lot without events. */
    public static final LogHead EMPTY = new LogHead(0, Sha256.ZERO);
}
