package io.gavel.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.systemtests.observability.ObservabilityFiles.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AlertsTest {

    static List<Alert> alerts() {
        return ObservabilityFiles.alerts();
    }

    @Test
    void each_has_a_name_of_its_own() {
        assertThat(alerts()).extracting(Alert::name).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void each_says_how_bad_it_is_what_it_means_and_where_to_read_on(Alert alert) {
        assertThat(alert.name()).matches("Gavel[A-Z][A-Za-z]+");
        assertThat(alert.severity()).isIn("critical", "warning");
        assertThat(alert.annotation("summary")).hasSizeBetween(10, 90).doesNotEndWith(".");
        assertThat(alert.annotation("description")).hasSizeBetween(20, 300).endsWith(".");
        assertThat(alert.annotation("runbook")).matches("docs/operations/[a-z-]+\\.md#[a-z-]+");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void of_each_it_is_tested_that_it_fires_and_that_it_does_not(Alert alert) {
        Set<Boolean> tested = new HashSet<>();
        ObservabilityFiles.testFiles().stream()
                .map(ObservabilityFiles::read)
                .flatMap(file -> file.required("tests").values().stream())
                .forEach(test -> tested.addAll(outcomes(test, alert)));
        assertThat(tested).as("whether it fires").containsExactlyInAnyOrder(true, false);
    }

    @Test
    void the_readme_lists_all_of_them() throws IOException {
        String readme = Files.readString(ObservabilityFiles.FOLDER.resolve("README.md"));
        assertThat(alerts())
                .allSatisfy(alert ->
                        assertThat(readme)
                                .contains("| `" + alert.name() + "` (" + alert.severity() + ") |"));
    }

    /** How the last look at the alert is in a test, if there is one: whether it fires. */
    private static List<Boolean> outcomes(JsonNode test, Alert alert) {
        return test.required("alert_rule_test").values().stream()
                .filter(look -> look.required("alertname").stringValue().equals(alert.name()))
                .map(look -> !look.required("exp_alerts").isEmpty())
                .reduce((_, last) -> last)
                .stream()
                .toList();
    }
}
