package io.gavel.gateway.connection;

import io.gavel.gateway.wire.Frame;
import java.util.List;
import java.util.concurrent.Executor;
import reactor.core.publisher.Mono;

/** The transport of one connection. */
public interface Line {

    /** Completes when the frames are on their way to the client's machine. */
    Mono<Void> write(List<Frame> frames);

    /** Tells why it ends; completes when that is on its way to the client's machine. */
    Mono<Void> close(Goodbye goodbye);

    /** Ends the connection without another word. */
    void cut();

    /** Where writing is done. */
    Executor thread();
}
