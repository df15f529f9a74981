package io.gavel.tracing;

import org.apache.kafka.common.header.Headers;
import reactor.core.publisher.Mono;

/** What a message that is not traced costs: a call of one of these. */
enum Untraced implements Leg {
    LEG;

    private static final Open NOTHING = () -> {};

    @Override
    public boolean isTraced() {
        return false;
    }

    @Override
    public Leg step(String name) {
        return this;
    }

    @Override
    public Leg sending(String name) {
        return this;
    }

    @Override
    public Leg note(Note what, String value) {
        return this;
    }

    @Override
    public Leg note(Note what, long value) {
        return this;
    }

    @Override
    public void mark(Headers headers) {}

    @Override
    public Open open() {
        return NOTHING;
    }

    @Override
    public <T> Mono<T> during(Mono<T> work) {
        return work;
    }

    @Override
    public void fail() {}

    @Override
    public void end() {}
}
