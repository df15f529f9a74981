package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One resource as it was rendered. */
record Resource(JsonNode json) {

    /** A container of a pod, one that only begins it among them. */
    record Container(Resource of, JsonNode json) {
        String name() {
            return of + ", container " + json.path("name").asText();
        }

        /** The port of that name, or 0. */
        int port(String name) {
            return elements(json.path("ports"))
                    .filter(port -> port.path("name").asText().equals(name))
                    .mapToInt(port -> port.path("containerPort").asInt())
                    .findAny()
                    .orElse(0);
        }
    }

    String kind() {
        return json.path("kind").asText();
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    JsonNode pod() {
        return json.at("/spec/template/spec");
    }

    Map<String, String> podLabels() {
        return strings(json.at("/spec/template/metadata/labels"));
    }

    List<Container> containers() {
        return Stream.concat(
                        elements(pod().path("initContainers")), elements(pod().path("containers")))
                .map(each -> new Container(this, each))
                .toList();
    }

    Resource changed(Consumer<ObjectNode> change) {
        ObjectNode copy = json.deepCopy();
        change.accept(copy);
        return new Resource(copy);
    }

    static Stream<JsonNode> elements(JsonNode list) {
        return list.valueStream();
    }

    static Map<String, String> strings(JsonNode object) {
        Map<String, String> all = new TreeMap<>();
        object.properties().forEach(each -> all.put(each.getKey(), each.getValue().asText()));
        return all;
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
