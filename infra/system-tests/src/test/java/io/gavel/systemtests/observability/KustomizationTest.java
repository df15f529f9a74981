package io.gavel.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a cluster gets is what Prometheus gets here. */
class KustomizationTest {

    private static final JsonNode KUSTOMIZATION =
            ObservabilityFiles.read(ObservabilityFiles.FOLDER.resolve("kustomization.yaml"));

    @Test
    void the_prometheus_operator_gets_the_same_groups_of_rules() {
        JsonNode rule =
                ObservabilityFiles.read(ObservabilityFiles.FOLDER.resolve("prometheusrule.yaml"));
        assertThat(rule.required("kind").stringValue()).isEqualTo("PrometheusRule");
        assertThat(rule.at("/spec/groups").values())
                .as("infra/observability/prometheusrule.sh writes it anew")
                .containsExactlyElementsOf(ObservabilityFiles.groups());
        assertThat(KUSTOMIZATION.at("/resources/0").asString()).isEqualTo("prometheusrule.yaml");
    }

    @Test
    void production_takes_both_and_names_its_jobs_as_the_alerts_know_them() {
        Path monitoring = ObservabilityFiles.ROOT.resolve("k8s/overlays/production/monitoring");
        assertThat(
                        ObservabilityFiles.read(monitoring.resolve("kustomization.yaml"))
                                .required("resources")
                                .values()
                                .stream()
                                .map(JsonNode::stringValue)
                                .map(resource -> monitoring.resolve(resource).normalize()))
                .contains(ObservabilityFiles.FOLDER);
        assertThat(monitoring.resolve("pod-monitors.yaml"))
                .content()
                .containsOnlyOnce("jobLabel: app.kubernetes.io/name");
    }

    @Test
    void grafana_gets_every_dashboard_under_the_label_that_its_sidecar_looks_for() {
        List<String> files =
                KUSTOMIZATION.required("configMapGenerator").values().stream()
                        .flatMap(map -> map.required("files").values().stream())
                        .map(JsonNode::stringValue)
                        .toList();
        assertThat(files)
                .containsExactlyElementsOf(
                        ObservabilityFiles.dashboards().stream()
                                .map(ObservabilityFiles.FOLDER::relativize)
                                .map(Object::toString)
                                .toList());
        assertThat(KUSTOMIZATION.at("/generatorOptions/labels/grafana_dashboard").asString())
                .isEqualTo("1");
    }
}
