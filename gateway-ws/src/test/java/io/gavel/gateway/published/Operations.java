package io.gavel.gateway.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What {@code openapi.yaml} describes. */
final class Operations {

    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options");

    private Operations() {}

    /**
     * One call.
     *
     * @param parameters the path's and its own, without references
     * @param json as it is described
     */
    record Operation(String method, String path, List<JsonNode> parameters, JsonNode json) {

        /** As {@link Calls} spells it. */
        String call() {
            return method.toUpperCase(Locale.ROOT) + " " + Calls.nameless(path);
        }

        /** A response without references. */
        JsonNode response(String status) {
            return resolved(json.required("responses").required(status));
        }

        Set<String> statuses() {
            return Set.copyOf(json.required("responses").propertyNames());
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    static List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        JsonNode paths = Documents.document(Documents.OPENAPI).required("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
                if (METHODS.contains(each.getKey())) {
                    List<JsonNode> parameters = new ArrayList<>();
                    path.getValue()
                            .path("parameters")
                            .forEach(one -> parameters.add(resolved(one)));
                    each.getValue()
                            .path("parameters")
                            .forEach(one -> parameters.add(resolved(one)));
                    operations.add(
                            new Operation(
                                    each.getKey(), path.getKey(), parameters, each.getValue()));
                }
            }
        }
        return operations;
    }

    private static JsonNode resolved(JsonNode node) {
        return Documents.resolved(Documents.OPENAPI, node);
    }
}
