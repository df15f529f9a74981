package io.gavel.gateway.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FiguresTest {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void a_line_is_a_name_with_labels_and_a_value() {
        assertThat(
                        Exposition.read(
                                """
                                # HELP a Something
                                # TYPE a gauge
                                a{le="0.5",said="a \\"b\\", {c}\\\\"} 1.5E3
                                b +Inf
                                c NaN
                                d
                                """))
                .containsExactly(
                        new Sample("a", Map.of("le", "0.5", "said", "a \"b\", {c}\\"), 1500),
                        new Sample("b", Map.of(), Double.POSITIVE_INFINITY));
    }

    @Test
    void a_counter_is_the_sum_of_all_its_labels() {
        meters.counter("gavel.gateway.frames.out", "type", "log").increment(2);
        meters.counter("gavel.gateway.frames.out", "type", "state").increment(3);
        assertThat(read().at("/counters/framesOut").asDouble()).isEqualTo(5);
        assertThat(read().path("counters").has("bids")).isFalse();
    }

    @Test
    void what_waits_is_told_by_its_way_and_the_lag_is_that_of_the_partition_furthest_behind() {
        waiting("mail", 2);
        waiting("hook", 7);
        meters.gauge("kafka.consumer.fetch.manager.records.lag.max", new AtomicInteger(4));
        assertThat(read().path("gauges").toString())
                .isEqualTo("{\"mailWaiting\":2.0,\"webhooksWaiting\":7.0,\"lag\":4.0}");
    }

    @Test
    void a_histogram_has_the_bounds_that_add_something() {
        for (String outcome : new String[] {"accepted", "rejected"}) {
            Timer timer =
                    Timer.builder("gavel.gateway.bid")
                            .tag("outcome", outcome)
                            .publishPercentileHistogram()
                            .register(meters);
            timer.record(Duration.ofMillis(3));
            timer.record(Duration.ofHours(1));
        }
        JsonNode answered = read().at("/histograms/answered");
        assertThat(answered.required("count").asInt()).isEqualTo(4);
        assertThat(answered.required("buckets")).hasSize(1);
        assertThat(answered.at("/buckets/0/0").asDouble()).isBetween(0.003, 0.004);
        assertThat(answered.at("/buckets/0/1").asInt()).isEqualTo(2);
    }

    private void waiting(String kind, int count) {
        io.micrometer.core.instrument.Gauge.builder("gavel.outbox.waiting", () -> count)
                .tag("kind", kind)
                .register(meters);
    }

    private JsonNode read() {
        return Json.tree(
                Json.bytes(Figures.of(Exposition.read(meters.scrape(TEXT, Figures.METRICS)))));
    }
}
