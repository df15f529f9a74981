package io.gavel.gateway.connection;

import io.gavel.gateway.wire.Frame;
import java.util.List;
import java.util.concurrent.Executor;
import reactor.core.publisher.Mono;

/** The transport of one connection. */
interface Line {

    /** Completes when the frames are on their way to the client's machine. */
    Mono<Void> write(List<Frame> frames);

    /** Completes when the close frame is on its way to the client's machine. */
    Mono<Void> close(Goodbye goodbye);

    /** Ends the connection without another word. */
    void cut();

    /** Where writing is done. */
    Executor thread();
}
