package io.gavel.gateway.connection;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.gateway.wire.Recipient;

/** A client that is connected, by whatever transport. */
public interface Client extends Recipient {

    /** Ends it and says why; what waits for it is dropped. Nothing happens when it had ended. */
    void close(CloseCode code);
}
