package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pods are what the Pod Security Standard "restricted" wants, with no token and no services in
 * their environment; ours run as 10001 and write to /tmp alone.
 */
final class Restricted implements Rule {

    private record Wanted(String pointer, String value) {}

    private static final List<Wanted> OF_PODS =
            List.of(
                    new Wanted("/securityContext/runAsNonRoot", "true"),
                    new Wanted("/securityContext/seccompProfile/type", "RuntimeDefault"),
                    new Wanted("/automountServiceAccountToken", "false"),
                    new Wanted("/enableServiceLinks", "false"));
    private static final List<Wanted> OF_CONTAINERS =
            List.of(
                    new Wanted("/securityContext/allowPrivilegeEscalation", "false"),
                    new Wanted("/securityContext/capabilities/drop/0", "ALL"));

    @Override
    public Stream<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        manifests
                .workloads()
                .forEach(each -> {
                    boolean ours = Settings.SERVICES.contains(each.name());
                    look(broken, each.toString(), each.pod(), OF_PODS);
                    if (ours) {
                        look(
                                broken,
                                each.toString(),
                                each.pod(),
                                List.of(new Wanted("/securityContext/runAsUser", "10001")));
                    }
                    for (Resource.Container container : each.containers()) {
                        look(broken, container.name(), container.json(), OF_CONTAINERS);
                        if (ours) {
                            look(
                                    broken,
                                    container.name(),
                                    container.json(),
                                    List.of(
                                            new Wanted(
                                                    "/securityContext/readOnlyRootFilesystem",
                                                    "true")));
                            writesToTmpAlone(broken, each, container);
                        }
                    }
                });
        manifests
                .of("Namespace")
                .forEach(each ->
                        look(
                                broken,
                                each.toString(),
                                each.json(),
                                List.of(
                                        new Wanted(
                                                "/metadata/labels/pod-security.kubernetes.io~1enforce",
                                                "restricted"))));
        return broken.stream();
    }

    private static void writesToTmpAlone(
            List<String> broken, Resource workload, Resource.Container container) {
        List<String> writable =
                Resource.elements(container.json().path("volumeMounts"))
                        .filter(mount -> !mount.path("readOnly").asBoolean())
                        .map(mount -> mount.path("mountPath").asText())
                        .toList();
        if (!writable.equals(List.of("/tmp"))) {
            broken.add(container.name() + ": writes to " + writable + " (expected: [/tmp])");
        }
        if (Resource.elements(workload.pod().path("volumes"))
                .noneMatch(volume ->
                        volume.path("name").asText().equals("tmp") && volume.has("emptyDir"))) {
            broken.add(workload + ": no volume tmp that is an emptyDir");
        }
    }

    private static void look(
            List<String> broken, String where, JsonNode json, List<Wanted> wanted) {
        for (Wanted each : wanted) {
            String came = json.at(each.pointer()).asText();
            if (!came.equals(each.value())) {
                broken.add(
                        "%s: %s is '%s' (expected: %s)"
                                .formatted(where, each.pointer(), came, each.value()));
            }
        }
    }
}
