package io.gavel.gateway.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bids of one connection that wait for their answer; it is not left before they have it. */
final class Unanswered {

    private int bids;
    private @Nullable Goodbye goodbye;

    /** One more, unless the connection is about to be left. */
    synchronized boolean add() {
        if (goodbye != null) {
            return false;
        }
        bids++;
        return true;
    }

    /** One was answered; if it was the last one waited for, this is what to say now. */
    synchronized Optional<Goodbye> answered() {
        bids--;
        return due();
    }

    /** The connection is to be left: this is what to say now, if nothing has to be waited for. */
    synchronized Optional<Goodbye> leave(Goodbye how) {
        goodbye = how;
        return due();
    }

    private Optional<Goodbye> due() {
        return bids == 0 ? Optional.ofNullable(goodbye) : Optional.empty();
    }
}
