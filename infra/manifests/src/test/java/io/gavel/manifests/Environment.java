package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a container is told by its environment.
 *
 * @param values those that are written down
 * @param others names of those that come from a secret or from the pod
 */
record Environment(Map<String, String> values, Set<String> others) {

    static Environment of(Resource.Container container, Manifests manifests) {
        Map<String, String> values = new TreeMap<>();
        Set<String> others = new TreeSet<>();
        Resource.elements(container.json().path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .flatMap(map -> manifests.named("ConfigMap", map).stream())
                .forEach(map -> values.putAll(Resource.strings(map.at("/data"))));
        for (JsonNode variable : container.json().path("env")) {
            String name = variable.path("name").asText();
            if (variable.has("value")) {
                values.put(name, variable.path("value").asText());
            } else {
                values.remove(name);
                others.add(name);
            }
        }
        return new Environment(values, others);
    }

    Set<String> names() {
        Set<String> all = new TreeSet<>(values.keySet());
        all.addAll(others);
        return all;
    }
}
