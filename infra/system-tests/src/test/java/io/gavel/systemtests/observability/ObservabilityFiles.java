package io.gavel.systemtests.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of infra/observability; a key that stands twice is an error. */
final class ObservabilityFiles {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path FOLDER = ROOT.resolve("infra/observability");
    static final Path PROMETHEUS = FOLDER.resolve("prometheus");

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private ObservabilityFiles() {}

    /** An alert. */
    record Alert(String name, String expression, JsonNode rule) {

        String annotation(String name) {
            return rule.path("annotations").path(name).asString("");
        }

        String severity() {
            return rule.path("labels").path("severity").asString("");
        }
    }

    /** A series that is recorded under a name. */
    record Recorded(String name, String expression) {}

    /** A query of a dashboard. */
    record Query(String panel, String expression, String legend) {}

    /** YAML, or JSON, which is YAML too. */
    static JsonNode read(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of a folder whose names end so, in the order of their names. */
    static List<Path> in(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> ruleFiles() {
        return in(PROMETHEUS.resolve("rules"), ".rules.yaml");
    }

    static List<Path> testFiles() {
        return in(PROMETHEUS.resolve("tests"), ".test.yaml");
    }

    static List<Path> dashboards() {
        return in(FOLDER.resolve("grafana/dashboards"), ".json");
    }

    static List<JsonNode> groups() {
        return ruleFiles().stream()
                .flatMap(file -> read(file).required("groups").values().stream())
                .toList();
    }

    private static Stream<JsonNode> rules() {
        return groups().stream().flatMap(group -> group.required("rules").values().stream());
    }

    static List<Alert> alerts() {
        return rules().filter(rule -> rule.has("alert"))
                .map(rule ->
                        new Alert(
                                rule.required("alert").stringValue(),
                                rule.required("expr").stringValue(),
                                rule))
                .toList();
    }

    static List<Recorded> recorded() {
        return rules().filter(rule -> rule.has("record"))
                .map(rule ->
                        new Recorded(
                                rule.required("record").stringValue(),
                                rule.required("expr").stringValue()))
                .toList();
    }

    /** All queries of a dashboard, those of its annotations among them. */
    static List<Query> queries(JsonNode dashboard) {
        Stream<Query> panels =
                dashboard.required("panels").values().stream()
                        .flatMap(panel ->
                                panel.required("targets").values().stream()
                                        .map(target ->
                                                new Query(
                                                        title(dashboard, panel),
                                                        target.required("expr").stringValue(),
                                                        target.required("legendFormat")
                                                                .stringValue())));
        Stream<Query> annotations =
                dashboard.required("annotations").required("list").values().stream()
                        .map(annotation ->
                                new Query(
                                        dashboard.required("title").stringValue(),
                                        annotation.required("expr").stringValue(),
                                        annotation.required("titleFormat").stringValue()));
        return Stream.concat(panels, annotations).toList();
    }

    private static String title(JsonNode dashboard, JsonNode panel) {
        return dashboard.required("title").stringValue()
                + " / "
                + panel.required("title").stringValue();
    }
}
