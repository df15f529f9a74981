package io.gavel.gateway.stream;

import io.gavel.gateway.connection.Client;
import io.gavel.gateway.connection.Goodbye;
import io.gavel.gateway.connection.Outbox;
import io.gavel.gateway.wire.Frame;
import reactor.core.publisher.Mono;

/** A client that listens to one stream. */
final class Listener implements Client {

    private final Outbox outbox;
    private volatile boolean begun;

    Listener(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Whether something was sent, so that the answer is a stream and nothing else any more. */
    boolean hasBegun() {
        return begun;
    }

    @Override
    public void send(Frame frame) {
        begun = true;
        outbox.send(frame);
    }

    @Override
    public Mono<Void> room() {
        return outbox.room();
    }

    @Override
    public void leave(Goodbye goodbye) {
        begun = true;
        outbox.close(goodbye);
    }
}
