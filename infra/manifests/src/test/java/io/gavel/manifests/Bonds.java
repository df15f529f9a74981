package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is for other resources finds them: services, disruption budgets and monitors their pods,
 * scalers their workloads, routes and ingresses their services.
 */
final class Bonds implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        manifests
                .workloads()
                .filter(each -> !each.kind().equals("Job"))
                .forEach(each -> workload(broken, each, manifests));
        manifests.of("Service").forEach(each -> service(broken, each, manifests));
        manifests
                .of("PodDisruptionBudget", "PodMonitor")
                .filter(each -> selected(manifests, each.at("/spec/selector")).isEmpty())
                .forEach(each -> broken.add(each + ": for no pod that is there"));
        manifests
                .services()
                .filter(each ->
                        manifests
                                .of("PodDisruptionBudget")
                                .noneMatch(budget ->
                                        Labels.match(
                                                budget.at("/spec/selector"), each.podLabels())))
                .forEach(each -> broken.add(each + ": no PodDisruptionBudget is for it"));
        manifests
                .of("HorizontalPodAutoscaler", "ScaledObject")
                .forEach(each -> scaler(broken, each, manifests));
        manifests
                .of("HTTPRoute")
                .flatMap(route -> Resource.elements(route.at("/spec/rules")))
                .flatMap(rule -> Resource.elements(rule.path("backendRefs")))
                .filter(to -> !hasPort(manifests, to))
                .forEach(to ->
                        broken.add("HTTPRoute to " + to + " (expected: a Service with that port)"));
        manifests
                .of("Ingress")
                .flatMap(entry -> Resource.elements(entry.at("/spec/rules")))
                .flatMap(rule -> Resource.elements(rule.at("/http/paths")))
                .map(path -> path.at("/backend/service"))
                .filter(to -> !hasNamedPort(manifests, to))
                .forEach(to ->
                        broken.add("Ingress to " + to + " (expected: a Service with that port)"));
        return broken.stream();
    }

    private static void workload(List<String> broken, Resource each, Manifests manifests) {
        if (!Labels.match(each.at("/spec/selector"), each.podLabels())) {
            broken.add(each + ": its selector is not for its own pods");
        }
        for (JsonNode spread : each.pod().path("topologySpreadConstraints")) {
            if (!Labels.match(spread.path("labelSelector"), each.podLabels())) {
                broken.add(each + ": spreads pods that are not its own");
            }
        }
        String governing = each.at("/spec/serviceName").asText();
        if (each.kind().equals("StatefulSet")
                && manifests
                        .named("Service", governing)
                        .filter(service -> service.at("/spec/clusterIP").asText().equals("None"))
                        .isEmpty()) {
            broken.add(each + ": serviceName " + governing + " (expected: a headless Service)");
        }
    }

    private static void service(List<String> broken, Resource each, Manifests manifests) {
        Map<String, String> wanted = Resource.strings(each.at("/spec/selector"));
        List<Resource> behind =
                manifests
                        .workloads()
                        .filter(pods -> pods.podLabels().entrySet().containsAll(wanted.entrySet()))
                        .toList();
        if (behind.isEmpty()) {
            broken.add(each + ": for no pod that is there");
        }
        for (Resource pods : behind) {
            Resource.elements(each.at("/spec/ports"))
                    .map(port -> port.path("targetPort").asText())
                    .filter(port ->
                            pods.containers().stream()
                                    .noneMatch(container -> container.port(port) != 0))
                    .forEach(port ->
                            broken.add(
                                    each
                                            + ": targetPort "
                                            + port
                                            + " (expected: one that "
                                            + pods
                                            + " names)"));
        }
    }

    private static void scaler(List<String> broken, Resource each, Manifests manifests) {
        JsonNode target = each.at("/spec/scaleTargetRef");
        manifests
                .named(target.path("kind").asText(), target.path("name").asText())
                .ifPresentOrElse(
                        found -> {
                            if (found.at("/spec").has("replicas")) {
                                broken.add(
                                        found
                                                + ": says replicas (expected: that "
                                                + each
                                                + " does)");
                            }
                        },
                        () ->
                                broken.add(
                                        each
                                                + ": for "
                                                + target
                                                + " (expected: one that is there)"));
    }

    private static List<Labels.Pod> selected(Manifests manifests, JsonNode selector) {
        return Labels.pods(manifests).stream()
                .filter(pod -> Labels.match(selector, pod.labels()))
                .toList();
    }

    private static boolean hasPort(Manifests manifests, JsonNode to) {
        return manifests
                .named("Service", to.path("name").asText())
                .filter(service ->
                        Resource.elements(service.at("/spec/ports"))
                                .anyMatch(port -> port.path("port").equals(to.path("port"))))
                .isPresent();
    }

    private static boolean hasNamedPort(Manifests manifests, JsonNode to) {
        return manifests
                .named("Service", to.path("name").asText())
                .filter(service ->
                        Resource.elements(service.at("/spec/ports"))
                                .anyMatch(port -> port.path("name").equals(to.at("/port/name"))))
                .isPresent();
    }
}
