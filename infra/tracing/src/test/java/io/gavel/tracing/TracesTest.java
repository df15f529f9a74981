package io.gavel.tracing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

class TracesTest {

    private static final String ENDPOINT =
            "management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:1/v1/traces";
    private static final String NOWHERE = "management.opentelemetry.tracing.export.otlp.endpoint=";
    private static final String ALWAYS = "management.tracing.sampling.probability=1.0";
    private static final String NEVER = "management.tracing.sampling.probability=0.0";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {
        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        InMemorySpanExporter collector() {
            return InMemorySpanExporter.create();
        }
    }

    /** A blank one takes back what was set elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {ALWAYS, NOWHERE})
    void without_an_endpoint_nothing_of_tracing_is_there(String setting) {
        try (ConfigurableApplicationContext service = started(setting)) {
            Traces traces = service.getBean(Traces.class);

            assertThat(traces.isOn()).isFalse();
            assertThat(traces.begin("bid")).isSameAs(Leg.none());
            assertThat(service.getBeansOfType(OpenTelemetry.class)).isEmpty();
            assertThat(service.getBeansOfType(io.micrometer.tracing.Tracer.class)).isEmpty();
        }
    }

    @Test
    void what_is_not_sampled_marks_nothing_and_costs_nothing() {
        try (ConfigurableApplicationContext service = started(ENDPOINT, NEVER)) {
            Traces traces = service.getBean(Traces.class);

            assertThat(traces.isOn()).isTrue();
            assertThat(traces.begin("bid")).isSameAs(Leg.none());
            assertThat(traces.begin("bid", Context.empty())).isSameAs(Leg.none());
            assertThat(traces.beginSending("close-due")).isSameAs(Leg.none());
        }
    }

    @Test
    void a_trace_goes_on_with_the_record_and_in_log_lines() {
        try (ConfigurableApplicationContext service = started(ENDPOINT, ALWAYS)) {
            Traces traces = service.getBean(Traces.class);
            RecordHeaders headers = new RecordHeaders();

            Leg bid = traces.begin("bid");
            try (var _ = bid.open()) {
                assertThat(MDC.get("trace.id")).hasSize(32);
            }
            assertThat(MDC.get("trace.id")).isNull();
            Leg append = bid.sending("append");
            append.mark(headers);
            append.mark(headers);
            assertThat(headers.headers("traceparent")).hasSize(1);
            Leg decide = traces.goOn("decide", headers);
            Stream.of(decide, append, bid, bid).forEach(Leg::end);

            List<SpanData> told = told(service);
            assertThat(told)
                    .extracting(SpanData::getName)
                    .containsExactly("decide", "append", "bid");
            assertThat(told)
                    .extracting(SpanData::getTraceId)
                    .containsOnly(told.getFirst().getTraceId());
            assertThat(told.get(0).getParentSpanId()).isEqualTo(told.get(1).getSpanId());
            assertThat(told.get(1).getParentSpanId()).isEqualTo(told.get(2).getSpanId());
            assertThat(told.get(2).getParentSpanContext().isValid()).isFalse();
        }
    }

    @Test
    void a_record_without_a_mark_or_with_an_odd_one_is_in_no_trace() {
        try (ConfigurableApplicationContext service = started(ENDPOINT, ALWAYS)) {
            Traces traces = service.getBean(Traces.class);
            RecordHeaders odd = new RecordHeaders();
            odd.add("traceparent", "00-everything-01".getBytes(US_ASCII));

            assertThat(traces.goOn("decide", new RecordHeaders())).isSameAs(Leg.none());
            assertThat(traces.goOn("decide", odd)).isSameAs(Leg.none());
        }
    }

    @Test
    void work_that_fails_ends_its_part_and_why_is_not_told() {
        try (ConfigurableApplicationContext service = started(ENDPOINT, ALWAYS)) {
            Leg leg = service.getBean(Traces.class).begin("bid").note(Note.OUTCOME, "not-sent");

            leg.during(Mono.error(new IllegalStateException("amount: 48273915")))
                    .onErrorComplete()
                    .block();

            assertThat(told(service))
                    .singleElement()
                    .satisfies(span -> {
                        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
                        assertThat(span.toString()).doesNotContain("48273915");
                    });
        }
    }

    /** As an instrumentation does that knows nothing of secrets. */
    @Test
    void whatever_is_written_into_a_span_only_what_is_allowed_leaves() {
        try (ConfigurableApplicationContext service = started(ENDPOINT, ALWAYS)) {
            var span =
                    service.getBean(OpenTelemetry.class)
                            .getTracer("other")
                            .spanBuilder("http get")
                            .setAttribute("http.url", "/api/v1/lots?token=secret")
                            .setAttribute("uri", "/api/v1/lots")
                            .setAttribute("db.statement", "secret")
                            .startSpan();
            span.addEvent("secret", Attributes.empty());
            span.recordException(new IllegalStateException("secret"));
            span.setStatus(StatusCode.ERROR, "secret");
            span.end();

            assertThat(told(service))
                    .singleElement()
                    .satisfies(told -> {
                        assertThat(told.getAttributes().asMap()).hasSize(1);
                        assertThat(told.getAttributes().toString()).contains("/api/v1/lots");
                        assertThat(told.getEvents()).isEmpty();
                        assertThat(told.getStatus().getDescription()).isEmpty();
                        assertThat(told.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
                        assertThat(told.getTotalAttributeCount()).isEqualTo(1);
                        assertThat(told.getTotalRecordedEvents()).isZero();
                    });
        }
    }

    private static List<SpanData> told(ConfigurableApplicationContext service) {
        service.getBean(BatchSpanProcessor.class).forceFlush().join(10, TimeUnit.SECONDS);
        return service.getBean(InMemorySpanExporter.class).getFinishedSpanItems();
    }

    private static ConfigurableApplicationContext started(String... settings) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(Stream.of(settings).map(setting -> "--" + setting).toArray(String[]::new));
    }
}
