package io.gavel.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Span.Kind;
import io.micrometer.tracing.Tracer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A part of a sampled message's way. */
final class Recorded implements Leg {

    private final Tracer tracer;
    private final Span span;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Recorded(Tracer tracer, Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    /** Begins it, if its trace is sampled. */
    static Leg begin(Tracer tracer, Span.Builder builder, String name, @Nullable Kind kind) {
        builder.name(name);
        if (kind != null) {
            builder.kind(kind);
        }
        Span span = builder.start();
        return span.isNoop() ? Leg.none() : new Recorded(tracer, span);
    }

    @Override
    public boolean isTraced() {
        return true;
    }

    @Override
    public Leg step(String name) {
        return part(name, null);
    }

    @Override
    public Leg sending(String name) {
        return part(name, Kind.PRODUCER);
    }

    private Leg part(String name, @Nullable Kind kind) {
        return begin(tracer, tracer.spanBuilder().setParent(span.context()), name, kind);
    }

    @Override
    public Leg note(Note what, String value) {
        span.tag(what.key(), value);
        return this;
    }

    @Override
    public Leg note(Note what, long value) {
        span.tag(what.key(), value);
        return this;
    }

    @Override
    public void mark(Headers headers) {
        headers.remove(Traceparent.HEADER)
                .add(Traceparent.HEADER, Traceparent.of(span.context()).bytes());
    }

    @Override
    public Open open() {
        return tracer.withSpan(span)::close;
    }

    @Override
    public <T> Mono<T> during(Mono<T> work) {
        return work.doOnError(_ -> fail()).doFinally(_ -> end());
    }

    @Override
    public void fail() {
        if (ended.compareAndSet(false, true)) {
            span.error(new Failed());
            span.end();
        }
    }

    @Override
    public void end() {
        if (ended.compareAndSet(false, true)) {
            span.end();
        }
    }

    /** Says that, not why: reasons may quote what nobody else may know. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failed() {
            super(null, null, false, false);
        }
    }
}
