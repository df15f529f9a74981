package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nothing may talk to anything that no policy allows, every pod is allowed something, no policy is
 * for pods that are not there, and the ports it names are theirs.
 */
final class Walls implements Rule {

    @Override
    public Stream<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        List<Resource> policies = manifests.of("NetworkPolicy").toList();
        if (policies.stream().noneMatch(Walls::deniesAll)) {
            broken.add("no NetworkPolicy that selects all pods and allows them nothing");
        }
        List<Resource> others =
                policies.stream().filter(each -> !each.at("/spec/podSelector").isEmpty()).toList();
        for (Labels.Pod pod : Labels.pods(manifests)) {
            if (others.stream().noneMatch(each -> selects(each, pod))) {
                broken.add(pod.of() + ": no NetworkPolicy is for it");
            }
        }
        for (Resource policy : others) {
            List<Labels.Pod> selected =
                    Labels.pods(manifests).stream().filter(pod -> selects(policy, pod)).toList();
            if (selected.isEmpty()) {
                broken.add(policy + ": for no pod that is there");
            }
            peers(policy)
                    .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                    .filter(peer ->
                            Labels.pods(manifests).stream()
                                    .noneMatch(pod ->
                                            Labels.match(peer.path("podSelector"), pod.labels())))
                    .forEach(peer ->
                            broken.add(policy + ": " + peer + " (expected: pods that are there)"));
            for (Labels.Pod pod : selected) {
                ports(policy)
                        .filter(port -> !names(manifests, pod, port))
                        .forEach(port ->
                                broken.add(
                                        policy
                                                + ": port "
                                                + port
                                                + " (expected: one that "
                                                + pod.of()
                                                + " names)"));
            }
        }
        return broken.stream();
    }

    private static boolean deniesAll(Resource policy) {
        return policy.at("/spec/podSelector").isEmpty()
                && policy.at("/spec/policyTypes").size() == 2
                && policy.at("/spec/ingress").isMissingNode()
                && policy.at("/spec/egress").isMissingNode();
    }

    private static boolean selects(Resource policy, Labels.Pod pod) {
        return Labels.match(policy.at("/spec/podSelector"), pod.labels());
    }

    private static Stream<JsonNode> peers(Resource policy) {
        return Stream.of("ingress", "egress")
                .flatMap(way -> Resource.elements(policy.at("/spec/" + way)))
                .flatMap(each ->
                        Stream.of("from", "to").flatMap(way -> Resource.elements(each.path(way))));
    }

    /** Those that are named, at the pods to which this lets others. */
    private static Stream<String> ports(Resource policy) {
        return Resource.elements(policy.at("/spec/ingress"))
                .flatMap(each -> Resource.elements(each.path("ports")))
                .map(each -> each.path("port"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** Which ports pods of operators name is theirs to know. */
    private static boolean names(Manifests manifests, Labels.Pod pod, String port) {
        return manifests
                .workloads()
                .filter(each -> each.toString().equals(pod.of()))
                .allMatch(each ->
                        each.containers().stream()
                                .anyMatch(container -> container.port(port) != 0));
    }
}
