package io.gavel.bench.crowd;

/**
 * What one client makes of what it gets. Called on the thread of the client's loop only, and by no
 * more than one loop.
 */
public interface Ear {

    /**
     * A text frame, whole.
     *
     * @param text its bytes are {@code text[from]} to before {@code text[to]}; valid during the
     *     call only
     */
    void heard(byte[] text, int from, int to);

    /**
     * The connection has ended.
     *
     * @param code of the close frame, or 0 without one
     */
    default void ended(int code) {}
}
