package io.gavel.localstack;

import java.util.Map;

/**
 * A topic as it has to be.
 *
 * @param partitions fixed for the topic's life
 * @param config topic settings, e.g. {@code message.timestamp.type}
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {
    public TopicSpec {
        config = Map.copyOf(config);
    }
}
