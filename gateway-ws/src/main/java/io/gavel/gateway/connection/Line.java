package io.gavel.gateway.connection;

import io.gavel.gateway.wire.Frame;
import java.util.List;
import java.util.concurrent.Executor;

/** The transport of one connection. */
public interface Line {

    /** Hears what became of a write, on whatever thread. */
    interface Writer {

        /** It is on its way to the client's machine. */
        void written();

        /** It is not, and nothing will be any more. */
        void broke();
    }

    /**
     * Writes frames, on {@link #thread} only; no other write begins before this one has ended.
     *
     * @return whether they are on their way to the client's machine already; else the writer hears
     *     of it
     */
    boolean write(List<Frame> frames, Writer writer);

    /** Tells why it ends, behind all that was written; the writer hears when that failed. */
    void close(Goodbye goodbye, Writer writer);

    /** Ends the connection without another word. */
    void cut();

    /** Where writing is done. */
    Executor thread();
}
