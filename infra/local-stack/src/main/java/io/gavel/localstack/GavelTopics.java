package io.gavel.localstack;

import io.gavel.contracts.topic.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gavel's topics as they are on one machine: one replica, and 16 partitions each. */
public final class GavelTopics {
    private static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

    private GavelTopics() {}

    /** All topics and, for each, the one that takes what could not be read. */
    public static List<TopicSpec> all() {
        return Arrays.stream(Topics.values())
                .flatMap(topic ->
                        Stream.of(
                                new TopicSpec(
                                        topic.topic(), Topics.LOCAL_PARTITIONS, topic.settings()),
                                new TopicSpec(topic.deadLetters(), Topics.LOCAL_PARTITIONS, KEPT)))
                .toList();
    }
}
