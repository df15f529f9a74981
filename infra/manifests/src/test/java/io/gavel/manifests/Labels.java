package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Label selectors, as Kubernetes reads them, and the pods there are to select. */
final class Labels {

    private Labels() {}

    /** A pod, by what makes it. */
    record Pod(String of, Map<String, String> labels) {}

    /** Pods of our own templates, and those that operators make, by the labels these give them. */
    static List<Pod> pods(Manifests manifests) {
        Stream<Pod> ours =
                manifests.workloads().map(each -> new Pod(each.toString(), each.podLabels()));
        Stream<Pod> kafka =
                manifests
                        .of("Kafka")
                        .flatMap(each ->
                                Stream.of("Kafka", "EntityOperator")
                                        .map(kind ->
                                                new Pod(
                                                        each + " (" + kind + ")",
                                                        Map.of(
                                                                "strimzi.io/cluster",
                                                                each.name(),
                                                                "strimzi.io/kind",
                                                                "Kafka"))));
        Stream<Pod> databases =
                manifests
                        .of("Cluster")
                        .map(each ->
                                new Pod(each.toString(), Map.of("cnpg.io/cluster", each.name())));
        Stream<Pod> certificates =
                manifests
                        .of("Issuer")
                        .map(each ->
                                new Pod(
                                        each.toString(),
                                        Map.of("acme.cert-manager.io/http01-solver", "true")));
        return Stream.of(ours, kafka, databases, certificates).flatMap(each -> each).toList();
    }

    static boolean match(JsonNode selector, Map<String, String> labels) {
        return labels.entrySet()
                        .containsAll(Resource.strings(selector.path("matchLabels")).entrySet())
                && Resource.elements(selector.path("matchExpressions"))
                        .allMatch(each -> matches(each, labels));
    }

    private static boolean matches(JsonNode expression, Map<String, String> labels) {
        String value = labels.get(expression.path("key").asText());
        boolean among =
                Resource.elements(expression.path("values"))
                        .anyMatch(each -> each.asText().equals(value));
        return switch (expression.path("operator").asText()) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
