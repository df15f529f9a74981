package io.gavel.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets out of each span what is allowed by name, whoever wrote it: {@link Note}s, and of HTTP calls
 * method, route (never the path that was asked, nor a query), status and the class of what went
 * wrong. Events, links and the texts of errors stay here: they may quote anything.
 */
final class AllowedOnly implements SpanExporter {

    private static final Set<String> HTTP =
            Set.of("method", "uri", "status", "outcome", "exception");

    private static final Set<String> ALLOWED =
            Stream.concat(Arrays.stream(Note.values()).map(Note::key), HTTP.stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final SpanExporter exporter;

    AllowedOnly(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Cleared::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class Cleared extends DelegatingSpanData {

        private final Attributes attributes;

        Cleared(SpanData span) {
            super(span);
            attributes =
                    span.getAttributes().toBuilder()
                            .removeIf(key -> !ALLOWED.contains(key.getKey()))
                            .build();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public List<LinkData> getLinks() {
            return List.of();
        }

        @Override
        public int getTotalRecordedLinks() {
            return 0;
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
