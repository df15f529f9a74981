package io.gavel.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.testkit.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Prometheus' own opinion of its configuration; {@code ./gavel test} sees that promtool is there.
 */
class PromtoolTest {

    private static final String PROMTOOL =
            Objects.requireNonNullElse(System.getenv("PROMTOOL"), "promtool");

    @Test
    void prometheus_takes_the_configuration_with_all_rules() {
        Program.Ran ran =
                promtool(List.of("check", "config", "--lint-fatal", "prometheus.yml"), List.of());
        assertThat(ran.output()).contains(ObservabilityFiles.ruleFiles().size() + " rule files");
    }

    @Test
    void each_alert_fires_when_it_should_and_not_when_it_should_not() {
        Program.Ran ran = promtool(List.of("test", "rules"), ObservabilityFiles.testFiles());
        assertThat(ran.output().split("SUCCESS", -1))
                .as("the files that passed")
                .hasSize(ObservabilityFiles.testFiles().size() + 1);
    }

    private static Program.Ran promtool(List<String> arguments, List<Path> files) {
        List<String> command = new ArrayList<>(List.of(PROMTOOL));
        command.addAll(arguments);
        files.forEach(file -> command.add(file.toString()));
        Program.Ran ran = Program.run(ObservabilityFiles.PROMETHEUS, Map.of(), command);
        assertThat(ran.status()).as(ran.output()).isZero();
        return ran;
    }
}
