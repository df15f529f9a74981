package io.gavel.bidding.log;

/**
 * A public event in its final bytes; the array is never changed.
 *
 * @param type the word of the record header
 */
public record SealedEvent(long version, String type, byte[] bytes) {}
