package io.gavel.localstack;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Makes a broker's topics, and who may come in, what they have to be. */
public final class BrokerTopics {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int ITERATIONS = 4_096;

    private final Admin admin;

    /** Through the client, which stays the caller's. */
    public BrokerTopics(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates the topics that are not there, and returns when each partition has its leader.
     *
     * @throws StackFailure if one is there with another number of partitions
     */
    public void create(Collection<TopicSpec> topics) {
        Set<String> present = present();
        List<NewTopic> missing =
                topics.stream()
                        .filter(topic -> !present.contains(topic.name()))
                        .map(topic ->
                                new NewTopic(
                                                topic.name(),
                                                Optional.of(topic.partitions()),
                                                Optional.empty())
                                        .configs(topic.config()))
                        .toList();
        result("creation of topics", admin.createTopics(missing).all());
        Waits.until(
                "a leader for each partition", LIMIT, () -> topics.stream().allMatch(this::isLed));
    }

    /** Lets somebody in who says this password. */
    void letIn(String user, String password) {
        var scram =
                new UserScramCredentialUpsertion(
                        user,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        password);
        result("the password of " + user, admin.alterUserScramCredentials(List.of(scram)).all());
    }

    /** Deletes those that are there, with all records and the groups' offsets in them. */
    public void delete(Collection<TopicSpec> topics) {
        Set<String> present = present();
        List<String> names =
                topics.stream().map(TopicSpec::name).filter(present::contains).toList();
        result("deletion of topics", admin.deleteTopics(names).all());
        Waits.until(
                "the end of topics " + names,
                LIMIT,
                () -> names.stream().noneMatch(present()::contains));
    }

    private Set<String> present() {
        return result("the list of topics", admin.listTopics().names());
    }

    private boolean isLed(TopicSpec topic) {
        if (!present().contains(topic.name())) {
            return false;
        }
        TopicDescription found =
                result(
                                "topic " + topic.name(),
                                admin.describeTopics(List.of(topic.name())).allTopicNames())
                        .get(topic.name());
        if (found == null) {
            return false;
        }
        int partitions = found.partitions().size();
        if (partitions != topic.partitions()) {
            throw new StackFailure(
                    "topic "
                            + topic.name()
                            + ": "
                            + partitions
                            + " partitions (expected: "
                            + topic.partitions()
                            + ")");
        }
        return found.partitions().stream().allMatch(partition -> partition.leader() != null)
                && answers(topic);
    }

    /** Whether the leaders know that they are; the metadata says so a moment earlier. */
    private boolean answers(TopicSpec topic) {
        var ends =
                IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return !result("the offsets of " + topic.name(), admin.listOffsets(ends).all()).isEmpty();
    }

    private static <T> T result(String what, KafkaFuture<T> future) {
        try {
            return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(what + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while waiting for " + what, e);
        }
    }
}
