package io.gavel.tracing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpHttpSpanExporterBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Hooks;

/** Traces are on where it is said to whom they go, see {@link OnlyWithEndpoint}. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class TracingAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(WhereSpansGo.class)
    static class On {

        /** A call's log lines say its trace, on whatever thread they are written. */
        On() {
            Hooks.enableAutomaticContextPropagation();
        }

        /** Named as Elastic's schema has it. */
        @Bean
        Slf4JEventListener logFields() {
            return new Slf4JEventListener("trace.id", "span.id");
        }

        @Bean
        SpanRoom spanRoom(
                MeterRegistry meters,
                @Value("${management.opentelemetry.tracing.export.max-queue-size:2048}") int most) {
            return new SpanRoom(most, meters);
        }

        @Bean
        SpanExporters allowedOnly(ObjectProvider<SpanExporter> exporters, SpanRoom room) {
            return SpanExporters.of(
                    exporters
                            .orderedStream()
                            .<SpanExporter>map(to -> new AllowedOnly(new CountedExport(to, room)))
                            .toList());
        }

        @Bean
        SpanProcessors roomForSpans(BatchSpanProcessor batches, SpanRoom room) {
            return SpanProcessors.of(new RoomForSpans(batches, room));
        }

        /** What cannot be sent now is dropped: traces are no reason to wait, not even at a stop. */
        @Bean
        OtlpHttpSpanExporterBuilderCustomizer onceOnly() {
            return exporter -> exporter.setRetryPolicy(null);
        }

        @Bean
        Traces traces(Tracer tracer) {
            return Traces.with(tracer);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    Traces noTraces() {
        return Traces.off();
    }
}
