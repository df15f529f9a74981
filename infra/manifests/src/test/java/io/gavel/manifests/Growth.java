package io.gavel.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import io.gavel.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * bidding-service grows to as many replicas as there are partitions and no more, and its database
 * takes the connections of all of them. Its members are static, by names that come back.
 */
final class Growth implements Rule {

    private static final String INSTANCE = "SPRING_KAFKA_CONSUMER_PROPERTIES_GROUP_INSTANCE_ID";
    private static final String BIDDING = "bidding-service";

    /** One that writes, two that look things up, one of Flyway's. */
    private static final int BESIDE_THE_POOL = 4;

    @Override
    public Stream<String> broken(Manifests manifests) {
        List<String> broken = new ArrayList<>();
        manifests
                .services()
                .filter(each -> each.name().equals(BIDDING))
                .forEach(each -> isStatic(broken, each, manifests));
        manifests.named("ScaledObject", BIDDING).ifPresent(each -> scales(broken, each, manifests));
        return broken.stream();
    }

    private static void isStatic(List<String> broken, Resource each, Manifests manifests) {
        Environment told = Environment.of(each.containers().getLast(), manifests);
        if (!told.others().contains(INSTANCE) || !each.kind().equals("StatefulSet")) {
            broken.add(each + ": (expected: a StatefulSet whose pods' names are " + INSTANCE + ")");
        }
    }

    private static void scales(List<String> broken, Resource scaler, Manifests manifests) {
        int most = scaler.at("/spec/maxReplicaCount").asInt();
        int partitions = TopicsAgree.partitions(manifests);
        if (most != partitions) {
            broken.add(
                    "%s: up to %d (expected: %d, the partitions)"
                            .formatted(scaler, most, partitions));
        }
        JsonNode asks = scaler.at("/spec/triggers/0/metadata");
        if (!asks.path("topic").asText().equals(Topics.LOT_COMMANDS.topic())
                || !asks.path("consumerGroup").asText().equals(BIDDING)) {
            broken.add(
                    "%s: asks %s (expected: group %s, topic %s)"
                            .formatted(scaler, asks, BIDDING, Topics.LOT_COMMANDS.topic()));
        }
        int pool =
                manifests
                        .named("StatefulSet", BIDDING)
                        .map(each -> Environment.of(each.containers().getLast(), manifests))
                        .map(told -> told.values().get("SPRING_R2DBC_POOL_MAX_SIZE"))
                        .map(Integer::parseInt)
                        .orElseThrow();
        int wanted = most * (pool + BESIDE_THE_POOL);
        int taken =
                manifests
                        .named("Cluster", "bidding-db")
                        .map(each -> each.at("/spec/postgresql/parameters/max_connections").asInt())
                        .orElse(0);
        if (taken < wanted) {
            broken.add(
                    "Cluster/bidding-db: max_connections %d (expected: %d or more, %d replicas with %d each)"
                            .formatted(taken, wanted, most, pool + BESIDE_THE_POOL));
        }
    }
}
