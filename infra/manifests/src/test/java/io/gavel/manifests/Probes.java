package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Every container that stays has three probes on ports that it names; those of our services ask for
 * what tells them apart.
 */
final class Probes implements Rule {

    private static final Map<String, String> PATHS =
            Map.of(
                    "startupProbe", "/livez",
                    "readinessProbe", "/readyz",
                    "livenessProbe", "/livez");
    private static final Map<String, String> PORTS =
            Map.of("http", "SERVER_PORT", "management", "MANAGEMENT_SERVER_PORT");

    @Override
    public Stream<String> broken(Manifests manifests) {
        return Stream.concat(
                        manifests
                                .workloads()
                                .filter(each -> !each.kind().equals("Job"))
                                .flatMap(each -> each.containers().stream())
                                .flatMap(each ->
                                        PATHS.keySet().stream().map(probe -> broken(each, probe))),
                        manifests
                                .services()
                                .flatMap(each -> each.containers().stream())
                                .flatMap(each -> ports(each, manifests)))
                .filter(Objects::nonNull);
    }

    private static String broken(Resource.Container container, String kind) {
        JsonNode probe = container.json().path(kind);
        if (probe.has("exec")) {
            return null;
        }
        JsonNode asks = probe.has("httpGet") ? probe.path("httpGet") : probe.path("tcpSocket");
        String port = asks.path("port").asText();
        if (container.port(port) == 0) {
            return "%s: %s on port '%s' (expected: one that it names)"
                    .formatted(container.name(), kind, port);
        }
        boolean ours = Settings.SERVICES.contains(container.of().name());
        String path = asks.path("path").asText();
        return !ours || (port.equals("http") && path.equals(PATHS.get(kind)))
                ? null
                : "%s: %s asks %s of %s (expected: %s of http)"
                        .formatted(container.name(), kind, path, port, PATHS.get(kind));
    }

    private static Stream<String> ports(Resource.Container container, Manifests manifests) {
        Map<String, String> told = Environment.of(container, manifests).values();
        return PORTS.entrySet().stream()
                .filter(each ->
                        !Integer.toString(container.port(each.getKey()))
                                .equals(told.get(each.getValue())))
                .map(each ->
                        "%s: port %s is %d (expected: %s, as %s says)"
                                .formatted(
                                        container.name(),
                                        each.getKey(),
                                        container.port(each.getKey()),
                                        told.get(each.getValue()),
                                        each.getValue()));
    }
}
