package io.gavel.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Grafana needs to show the dashboards, as far as it can be seen without it. */
class DashboardsTest {

    private static final Set<String> UNITS = Set.of("short", "ops", "s", "bytes", "percentunit");
    private static final String SOURCE = "${datasource}";

    static List<Path> dashboards() {
        return ObservabilityFiles.dashboards();
    }

    @Test
    void each_has_an_id_and_a_title_of_its_own() {
        List<JsonNode> all = dashboards().stream().map(ObservabilityFiles::read).toList();
        assertThat(all).hasSize(5);
        assertThat(all.stream().map(each -> each.required("uid"))).doesNotHaveDuplicates();
        assertThat(all.stream().map(each -> each.required("title"))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void its_file_is_named_after_it_and_it_asks_the_source_that_is_chosen(Path file) {
        JsonNode dashboard = ObservabilityFiles.read(file);
        assertThat(file.getFileName()).hasToString(text(dashboard, "uid") + ".json");
        assertThat(dashboard.required("schemaVersion").intValue()).isPositive();
        assertThat(dashboard.required("tags").get(0).stringValue()).isEqualTo("gavel");
        JsonNode variable = dashboard.at("/templating/list/0");
        assertThat(text(variable, "name")).isEqualTo("datasource");
        assertThat(text(variable, "query")).isEqualTo("prometheus");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void each_panel_says_what_it_shows_in_which_unit_and_asks_for_it(Path file) {
        JsonNode panels = ObservabilityFiles.read(file).required("panels");
        assertThat(panels.values().stream().map(panel -> panel.required("id")))
                .doesNotHaveDuplicates();
        assertThat(panels.values().stream().map(panel -> panel.required("title")))
                .doesNotHaveDuplicates();
        for (JsonNode panel : panels) {
            String title = text(panel, "title");
            assertThat(title).isNotBlank();
            assertThat(text(panel, "description")).as(title).hasSizeGreaterThan(5).endsWith(".");
            assertThat(text(panel, "type")).as(title).isIn("stat", "timeseries");
            assertThat(panel.at("/fieldConfig/defaults/unit").asString()).as(title).isIn(UNITS);
            assertThat(panel.at("/datasource/uid").asString()).as(title).isEqualTo(SOURCE);
            assertThat(panel.required("targets").size()).as(title).isPositive();
            assertQueries(title, panel.required("targets"));
        }
    }

    private static void assertQueries(String title, JsonNode targets) {
        assertThat(targets.values().stream().map(target -> target.required("refId")))
                .as(title)
                .doesNotHaveDuplicates();
        for (JsonNode target : targets) {
            assertThat(text(target, "expr")).as(title).isNotBlank();
            assertThat(target.at("/datasource/uid").asString()).as(title).isEqualTo(SOURCE);
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void no_panel_lies_over_another_or_beside_the_grid(Path file) {
        List<JsonNode> places =
                ObservabilityFiles.read(file).required("panels").values().stream()
                        .map(panel -> panel.required("gridPos"))
                        .toList();
        for (JsonNode place : places) {
            assertThat(number(place, "x") + number(place, "w")).isLessThanOrEqualTo(24);
            assertThat(places.stream().filter(other -> overlap(place, other))).hasSize(1);
        }
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return overlap(one, other, "x", "w") && overlap(one, other, "y", "h");
    }

    private static boolean overlap(JsonNode one, JsonNode other, String from, String length) {
        return number(one, from) < number(other, from) + number(other, length)
                && number(other, from) < number(one, from) + number(one, length);
    }

    private static int number(JsonNode node, String name) {
        return node.required(name).intValue();
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }
}
