package io.gavel.gateway.connection;

import io.gavel.gateway.wire.Recipient;

/** A client that is connected, by whatever transport. */
public interface Client extends Recipient {

    /** Closes it as soon as what it asked for is answered. Nothing happens when it had ended. */
    void leave(Goodbye goodbye);
}
