package io.gavel.gateway.vitals;

import io.gavel.contracts.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a service's metrics operators look at. Counters and histograms count from the start of
 * the process: a rate is the difference of two readings.
 */
final class Figures {

    private enum Kind {
        /** The sum over all labels. */
        COUNTER("counters", "_total"),
        /** The sum over all labels. */
        GAUGE("gauges", ""),
        /** The largest. */
        WORST("gauges", ""),
        HISTOGRAM("histograms", "");

        private final String group;
        private final String suffix;

        Kind(String group, String suffix) {
            this.group = group;
            this.suffix = suffix;
        }
    }

    /**
     * One of them.
     *
     * @param way only what has this label {@code kind}; empty for all
     */
    private record Figure(String name, Kind kind, String metric, String way) {

        Figure(String name, Kind kind, String metric) {
            this(name, kind, metric, "");
        }

        boolean means(Sample sample) {
            return sample.name().equals(metric + kind.suffix)
                    && (way.isEmpty() || way.equals(sample.labels().get("kind")));
        }
    }

    private static final List<Figure> ALL =
            List.of(
                    new Figure("bids", Kind.COUNTER, "gavel_bidding_bids"),
                    new Figure("decisions", Kind.COUNTER, "gavel_bidding_decisions"),
                    new Figure("fences", Kind.COUNTER, "gavel_bidding_fences"),
                    new Figure("deadLetters", Kind.COUNTER, "gavel_bidding_dead_letters"),
                    new Figure("deadLetters", Kind.COUNTER, "gavel_settlement_dead_letters"),
                    new Figure("framesOut", Kind.COUNTER, "gavel_gateway_frames_out"),
                    new Figure("connections", Kind.GAUGE, "gavel_gateway_connections"),
                    new Figure("watches", Kind.GAUGE, "gavel_gateway_watches"),
                    new Figure("waiting", Kind.GAUGE, "gavel_gateway_waiting"),
                    new Figure("mailWaiting", Kind.GAUGE, "gavel_outbox_waiting", "mail"),
                    new Figure("webhooksWaiting", Kind.GAUGE, "gavel_outbox_waiting", "hook"),
                    new Figure("lag", Kind.WORST, "kafka_consumer_fetch_manager_records_lag_max"),
                    new Figure("poolUsed", Kind.GAUGE, "r2dbc_pool_acquired_connections"),
                    new Figure("poolMost", Kind.GAUGE, "r2dbc_pool_max_allocated_connections"),
                    new Figure("poolWaiting", Kind.GAUGE, "r2dbc_pool_pending_connections"),
                    new Figure("cpu", Kind.GAUGE, "process_cpu_usage"),
                    new Figure("decided", Kind.HISTOGRAM, "gavel_bidding_append_to_stored_seconds"),
                    new Figure("answered", Kind.HISTOGRAM, "gavel_gateway_bid_seconds"),
                    new Figure("delivered", Kind.HISTOGRAM, "gavel_gateway_event_delivery_seconds"),
                    new Figure("closed", Kind.HISTOGRAM, "gavel_settlement_close_lag_seconds"));

    private static final String STARTED = "process_start_time_seconds";
    private static final String UPTIME = "process_uptime_seconds";

    /** The names of all metrics that are looked at, as a scrape is told them. */
    static final Set<String> METRICS =
            Stream.concat(ALL.stream().map(Figure::metric), Stream.of(STARTED, UPTIME))
                    .collect(Collectors.toUnmodifiableSet());

    private Figures() {}

    /**
     * The figures that a service has; {@code instance} tells one process from the next, {@code
     * uptime} is when it was read, by the service's own clock in seconds.
     */
    static ObjectNode of(List<Sample> samples) {
        ObjectNode reading = Json.MAPPER.createObjectNode();
        of(samples, STARTED)
                .findAny()
                .ifPresent(started ->
                        reading.put("instance", Long.toString(Math.round(started.value() * 1000))));
        of(samples, UPTIME).findAny().ifPresent(uptime -> reading.put("uptime", uptime.value()));
        for (Figure figure : ALL) {
            add(reading, figure, samples);
        }
        return reading;
    }

    private static void add(ObjectNode reading, Figure figure, List<Sample> samples) {
        ObjectNode group = reading.withObjectProperty(figure.kind.group);
        if (figure.kind == Kind.HISTOGRAM) {
            histogram(group, figure, samples);
            return;
        }
        List<Double> values = samples.stream().filter(figure::means).map(Sample::value).toList();
        if (!values.isEmpty()) {
            group.put(
                    figure.name,
                    figure.kind == Kind.WORST
                            ? values.stream().max(Comparator.naturalOrder()).orElseThrow()
                            : values.stream().mapToDouble(Double::doubleValue).sum());
        }
    }

    /** Bounds with how many were at most that, leaving out those that add nothing. */
    private static void histogram(ObjectNode group, Figure figure, List<Sample> samples) {
        if (of(samples, figure.metric + "_count").findAny().isEmpty()) {
            return;
        }
        TreeMap<Double, Double> buckets = new TreeMap<>();
        of(samples, figure.metric + "_bucket")
                .forEach(bucket ->
                        buckets.merge(
                                Double.parseDouble(bound(bucket)), bucket.value(), Double::sum));
        ObjectNode shown = group.putObject(figure.name);
        shown.put("count", of(samples, figure.metric + "_count").mapToDouble(Sample::value).sum());
        ArrayNode list = shown.putArray("buckets");
        double before = 0;
        for (var bucket : buckets.entrySet()) {
            if (bucket.getValue() > before && !bucket.getKey().isInfinite()) {
                list.addArray().add(bucket.getKey()).add(bucket.getValue());
                before = bucket.getValue();
            }
        }
    }

    private static String bound(Sample bucket) {
        String bound = bucket.labels().getOrDefault("le", "+Inf");
        return bound.equals("+Inf") ? "Infinity" : bound;
    }

    private static Stream<Sample> of(List<Sample> samples, String metric) {
        return samples.stream().filter(sample -> sample.name().equals(metric));
    }
}
