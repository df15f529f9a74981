package io.gavel.tracing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Span.Kind;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** Where the traces of messages begin and go on in this service. */
public final class Traces {

    private static final Traces OFF = new Traces(null);

    private final @Nullable Tracer tracer;

    private Traces(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    static Traces with(Tracer tracer) {
        return new Traces(tracer);
    }

    /** Nothing is traced. */
    public static Traces off() {
        return OFF;
    }

    /** Whether anything is traced. */
    public boolean isOn() {
        return tracer != null;
    }

    /** A trace of its own, if chance samples it. What a client says of its traces is not asked. */
    public Leg begin(String name) {
        return tracer == null ? Leg.none() : begin(tracer, name);
    }

    /** As {@link #begin(String)}, of what this service sends of its own accord. */
    public Leg beginSending(String name) {
        return tracer == null
                ? Leg.none()
                : Recorded.begin(tracer, tracer.spanBuilder().setNoParent(), name, Kind.PRODUCER);
    }

    private static Leg begin(Tracer tracer, String name) {
        return Recorded.begin(tracer, tracer.spanBuilder().setNoParent(), name, Kind.SERVER);
    }

    /**
     * A part of the HTTP call that a chain answers, sampled if that is; where there is none, as
     * {@link #begin(String)}.
     *
     * @param context of the chain's subscriber
     */
    public Leg begin(String name, ContextView context) {
        if (tracer == null) {
            return Leg.none();
        }
        ObservationView call = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        if (!(call instanceof Observation observation)) {
            return begin(tracer, name);
        }
        TracingContext traced = observation.getContext().get(TracingContext.class);
        Span span = traced == null ? null : traced.getSpan();
        return span == null || span.isNoop()
                ? Leg.none()
                : Recorded.begin(
                        tracer, tracer.spanBuilder().setParent(span.context()), name, null);
    }

    /** The next part of the way of a record that was received, if it is marked. */
    public Leg goOn(String name, Headers headers) {
        return tracer == null
                ? Leg.none()
                : Traceparent.in(headers)
                        .map(from -> goOn(tracer, name, from))
                        .orElseGet(Leg::none);
    }

    private static Leg goOn(Tracer tracer, String name, Traceparent from) {
        TraceContext parent =
                tracer.traceContextBuilder()
                        .traceId(from.trace())
                        .spanId(from.span())
                        .sampled(true)
                        .build();
        return Recorded.begin(tracer, tracer.spanBuilder().setParent(parent), name, Kind.CONSUMER);
    }
}
