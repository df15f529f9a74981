package io.gavel.bidding.lots;

/**
 * How much of a log is read at once.
 *
 * @param pages the most pages
 * @param bytes that a chunk may have before its last page
 */
record ChunkSize(int pages, int bytes) {
    static final ChunkSize USUAL = new ChunkSize(256, 1_000_000);
}
