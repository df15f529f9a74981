package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Each service may do with each topic what it does, and no more (DESIGN, READMEs): which reads,
 * which writes. Nobody has a right to something by a pattern.
 */
final class Rights implements Rule {

    private static final Map<String, List<String>> DOES =
            Map.of(
                    "gateway-ws",
                    List.of(
                            "topic gavel.bidders.v1 [Read, Describe]",
                            "topic gavel.decisions.v1 [Read, Describe]",
                            "topic gavel.lot-commands.v1 [Write, Describe]",
                            "topic gavel.lot-events.v1 [Read, Describe]",
                            "topic gavel.sales.v1 [Read, Describe]"),
                    "bidding-service",
                    List.of(
                            "group bidding-service [Read, Describe]",
                            "topic gavel.decisions.v1 [Write, Describe]",
                            "topic gavel.lot-commands.v1 [Read, Write, Describe]",
                            "topic gavel.lot-commands.v1.dlt [Write, Describe]",
                            "topic gavel.lot-events.v1 [Write, Describe]"),
                    "settlement-service",
                    List.of(
                            "group settlement-decisions [Read, Describe]",
                            "group settlement-events [Read, Describe]",
                            "topic gavel.bidders.v1 [Write, Describe]",
                            "topic gavel.decisions.v1 [Read, Describe]",
                            "topic gavel.decisions.v1.dlt [Write, Describe]",
                            "topic gavel.lot-commands.v1 [Write, Describe]",
                            "topic gavel.lot-events.v1 [Read, Describe]",
                            "topic gavel.lot-events.v1.dlt [Write, Describe]",
                            "topic gavel.sales.v1 [Write, Describe]"),
                    "keda",
                    List.of(
                            "group bidding-service [Describe]",
                            "topic gavel.lot-commands.v1 [Describe]"));

    @Override
    public Stream<String> broken(Manifests manifests) {
        if (manifests.of("Kafka").findAny().isEmpty()) {
            return Stream.empty();
        }
        return DOES.entrySet().stream()
                .filter(each -> !rights(manifests, each.getKey()).equals(each.getValue()))
                .map(each ->
                        "KafkaUser/%s: %s (expected: %s)"
                                .formatted(
                                        each.getKey(),
                                        rights(manifests, each.getKey()),
                                        each.getValue()));
    }

    private static List<String> rights(Manifests manifests, String user) {
        return manifests.named("KafkaUser", user).stream()
                .flatMap(each -> Resource.elements(each.at("/spec/authorization/acls")))
                .map(Rights::words)
                .sorted()
                .toList();
    }

    private static String words(JsonNode acl) {
        JsonNode resource = acl.path("resource");
        String pattern = resource.path("patternType").asText();
        return resource.path("type").asText()
                + " "
                + resource.path("name").asText()
                + (pattern.equals("literal") ? " " : " by " + pattern + " ")
                + Resource.elements(acl.path("operations")).map(JsonNode::asText).toList();
    }
}
