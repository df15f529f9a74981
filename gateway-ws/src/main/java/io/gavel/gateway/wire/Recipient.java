package io.gavel.gateway.wire;

import reactor.core.publisher.Mono;

/** Somebody frames are sent to. */
public interface Recipient {

    /**
     * Queues a frame; never blocks and never calls back. A recipient whose queue is full is closed,
     * and what is sent to a closed one is gone.
     */
    void send(Frame frame);

    /** Completes when most of the queue was read, or when the recipient is closed. */
    Mono<Void> room();
}
