package io.gavel.systemtests.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All series that services expose at the moment, with the labels that Prometheus adds. */
final class Scrape {

    /** What Prometheus itself adds to each series. */
    static final Set<String> OF_THE_TARGET = Set.of("job", "instance");

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, List<Map<String, String>>> series = new HashMap<>();

    /** Adds what a service exposes, as a target of that job. */
    void add(String job, URI service) {
        text(service.resolve("/actuator/prometheus"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> add(job, service, line));
    }

    private void add(String job, URI service, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not understood: " + line);
        }
        Map<String, String> labels =
                new HashMap<>(Map.of("job", job, "instance", service.getAuthority()));
        Matcher label = LABEL.matcher(parts.group(2) == null ? "" : parts.group(2));
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        series.computeIfAbsent(parts.group(1), _ -> new ArrayList<>()).add(labels);
    }

    boolean has(String metric) {
        return series.containsKey(metric);
    }

    /** The labels that any series of a metric has. */
    Set<String> labels(String metric) {
        Set<String> labels = new HashSet<>();
        series.getOrDefault(metric, List.of()).forEach(each -> labels.addAll(each.keySet()));
        return labels;
    }

    /** Whether a selector finds anything. */
    boolean finds(PromQl.Selector selector) {
        return series.getOrDefault(selector.metric(), List.of()).stream()
                .anyMatch(labels ->
                        selector.matches().stream()
                                .allMatch(match ->
                                        match.fits(labels.getOrDefault(match.label(), ""))));
    }

    private static String text(URI uri) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(uri + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
