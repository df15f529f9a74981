package io.gavel.gateway.feed;

/** How a watch began. */
public enum Answer {
    /** It was answered and goes on, or was ended meanwhile. */
    WATCHING,
    /** There is no such lot. */
    UNKNOWN_LOT,
    /** As many lots are being watched as this gateway keeps in memory. */
    FULL,
    /** The lot could not be read. */
    UNAVAILABLE
}
