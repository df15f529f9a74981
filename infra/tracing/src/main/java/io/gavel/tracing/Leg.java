package io.gavel.tracing;

import org.apache.kafka.common.header.Headers;
import reactor.core.publisher.Mono;

/** A part of a message's way: a span, or nothing at all where its trace is not sampled. */
public sealed interface Leg permits Recorded, Untraced {

    /** Of a message that is not traced: whatever is said to it is nothing. */
    static Leg none() {
        return Untraced.LEG;
    }

    boolean isTraced();

    /** A part of this one, within this service. */
    Leg step(String name);

    /** A part of this one in which something is sent, such as a record to Kafka. */
    Leg sending(String name);

    Leg note(Note what, String value);

    Leg note(Note what, long value);

    /** Marks a record as the next part of this way. Its key and its value stay what they are. */
    void mark(Headers headers);

    /** Until it is closed, log lines of this thread say {@code trace.id} and {@code span.id}. */
    Open open();

    /** The same work, with whose end it ends, however that comes. */
    <T> Mono<T> during(Mono<T> work);

    /** Ends it as failed; why is not said. Once it has ended, ending it again is nothing. */
    void fail();

    /** Ends it. Once it has ended, ending it again is nothing. */
    void end();

    /** See {@link #open()}. */
    @FunctionalInterface
    interface Open extends AutoCloseable {
        @Override
        void close();
    }
}
