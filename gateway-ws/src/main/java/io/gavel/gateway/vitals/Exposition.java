package io.gavel.gateway.vitals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prometheus' text format 0.0.4, as far as Micrometer writes it. A line that is not understood is
 * left out: a metric more or less is no reason to show nothing.
 */
final class Exposition {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+\\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Exposition() {}

    static List<Sample> read(String text) {
        List<Sample> samples = new ArrayList<>();
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> sample(line).ifPresent(samples::add));
        return samples;
    }

    private static Optional<Sample> sample(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String labels = parts.group(2);
        return number(parts.group(3))
                .map(value ->
                        new Sample(
                                parts.group(1), labels == null ? Map.of() : labels(labels), value));
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2).replaceAll("\\\\(.)", "$1"));
        }
        return labels;
    }

    /** What is not a number, such as the lag of nothing, is no value. */
    private static Optional<Double> number(String text) {
        try {
            double value =
                    text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
            return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
