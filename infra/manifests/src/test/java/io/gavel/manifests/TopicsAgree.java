package io.gavel.manifests;

import io.gavel.localstack.GavelTopics;
import io.gavel.localstack.TopicSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics are those of DESIGN §2, as on the local stack: with 16 partitions and one replica
 * where a script makes them, with 64, three replicas and two in sync as resources of Strimzi's.
 */
final class TopicsAgree implements Rule {

    private static final int LOCAL = 16;
    private static final int PRODUCTION = 64;
    private static final String IN_SYNC = "min.insync.replicas";

    private record Topic(int partitions, int replicas, Map<String, String> config) {}

    @Override
    public Stream<String> broken(Manifests manifests) {
        boolean local = manifests.of("Kafka").findAny().isEmpty();
        Map<String, Topic> expected =
                GavelTopics.all().stream()
                        .collect(
                                Collectors.toMap(
                                        TopicSpec::name,
                                        topic -> expected(topic, local),
                                        (one, _) -> one,
                                        TreeMap::new));
        Map<String, Topic> came = local ? byScript(manifests) : byResources(manifests);
        return Stream.concat(expected.keySet().stream(), came.keySet().stream())
                .distinct()
                .filter(name ->
                        !String.valueOf(expected.get(name)).equals(String.valueOf(came.get(name))))
                .map(name ->
                        "topic %s: %s (expected: %s)"
                                .formatted(name, came.get(name), expected.get(name)));
    }

    private static Topic expected(TopicSpec topic, boolean local) {
        Map<String, String> config = new TreeMap<>(topic.config());
        if (!local) {
            config.put(IN_SYNC, "2");
        }
        return new Topic(local ? LOCAL : PRODUCTION, local ? 1 : 3, config);
    }

    private static Map<String, Topic> byResources(Manifests manifests) {
        return manifests
                .of("KafkaTopic")
                .collect(
                        Collectors.toMap(
                                Resource::name,
                                topic ->
                                        new Topic(
                                                topic.at("/spec/partitions").asInt(),
                                                topic.at("/spec/replicas").asInt(),
                                                Resource.strings(topic.at("/spec/config"))),
                                (one, _) -> one,
                                TreeMap::new));
    }

    /** Its lines that begin with {@code topic}. */
    private static Map<String, Topic> byScript(Manifests manifests) {
        return manifests
                .of("ConfigMap")
                .map(each -> each.at("/data/create-topics.sh").asText())
                .flatMap(String::lines)
                .filter(line -> line.startsWith("topic gavel."))
                .map(line -> List.of(line.split(" ")))
                .collect(
                        Collectors.toMap(
                                words -> words.get(1),
                                words ->
                                        new Topic(
                                                Integer.parseInt(words.get(2)),
                                                1,
                                                config(words.subList(3, words.size()))),
                                (one, _) -> one,
                                TreeMap::new));
    }

    private static Map<String, String> config(List<String> settings) {
        return settings.stream()
                .map(setting -> setting.split("=", 2))
                .collect(
                        Collectors.toMap(
                                parts -> parts[0],
                                parts -> parts[1],
                                (one, _) -> one,
                                TreeMap::new));
    }

    static int partitions(Manifests manifests) {
        return manifests
                .of("KafkaTopic")
                .mapToInt(topic -> topic.at("/spec/partitions").asInt())
                .max()
                .orElse(LOCAL);
    }
}
