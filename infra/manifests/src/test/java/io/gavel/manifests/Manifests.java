package io.gavel.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The resources of an overlay. */
record Manifests(List<Resource> all) {

    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());

    static Manifests parse(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return new Manifests(documents.readAll().stream().map(Resource::new).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Resource> of(String... kinds) {
        return all.stream().filter(each -> List.of(kinds).contains(each.kind()));
    }

    Optional<Resource> named(String kind, String name) {
        return of(kind).filter(each -> each.name().equals(name)).findAny();
    }

    /** What runs pods by a template of our own. */
    Stream<Resource> workloads() {
        return of("Deployment", "StatefulSet", "Job");
    }

    /** Those of Gavel's own services. */
    Stream<Resource> services() {
        return workloads().filter(each -> Settings.SERVICES.contains(each.name()));
    }

    /** The same but for one of them, such as {@code Deployment/gateway-ws}. */
    Manifests but(String which, Consumer<ObjectNode> changed) {
        String[] kindAndName = which.split("/", 2);
        if (named(kindAndName[0], kindAndName[1]).isEmpty()) {
            throw new IllegalArgumentException(which + " is not there");
        }
        return new Manifests(
                all.stream()
                        .map(each ->
                                each.kind().equals(kindAndName[0])
                                                && each.name().equals(kindAndName[1])
                                        ? each.changed(changed)
                                        : each)
                        .toList());
    }

    static JsonNode json(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }
}
