package io.gavel.bidding.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each partition once before its first poll is taken: it must not begin behind what the
 * database has decided. It may begin before that: those records were decided but perhaps not told.
 * For the listener's thread.
 */
final class Beginnings {

    private static final Logger LOG = LoggerFactory.getLogger(Beginnings.class);

    private final BatchWriter writer;
    private final Set<TopicPartition> unchecked = new HashSet<>();

    Beginnings(BatchWriter writer) {
        this.writer = writer;
    }

    /** Looks at once if the database answers, else before the first poll. */
    void assigned(Collection<TopicPartition> partitions, Consumer<?, ?> consumer) {
        unchecked.addAll(partitions);
        try {
            allow(
                    partitions.stream().collect(Collectors.toMap(p -> p, consumer::position)),
                    consumer);
        } catch (RuntimeException e) {
            LOG.warn("partitions {} are looked at again before their first poll", partitions, e);
        }
    }

    void gone(Collection<TopicPartition> partitions) {
        unchecked.removeAll(partitions);
    }

    /**
     * Whether a poll may be taken; if not, the consumer is moved to where it has to begin.
     *
     * @param starts the first offset of each partition in it
     * @throws IllegalStateException if the log ends before what was decided: it is not the log that
     *     was decided
     */
    boolean allow(Map<TopicPartition, Long> starts, Consumer<?, ?> consumer) {
        Set<TopicPartition> fresh =
                starts.keySet().stream().filter(unchecked::contains).collect(Collectors.toSet());
        if (fresh.isEmpty()) {
            return true;
        }
        Map<Integer, Long> decided =
                writer.nextOffsets(
                        fresh.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh);
        Map<TopicPartition, Long> corrected = new HashMap<>(starts);
        for (TopicPartition partition : fresh) {
            long next = decided.getOrDefault(partition.partition(), 0L);
            if (ends.getOrDefault(partition, 0L) < next) {
                throw new IllegalStateException(
                        partition
                                + " ends at "
                                + ends.get(partition)
                                + " but everything before "
                                + next
                                + " is decided: was the command topic made anew?");
            }
            corrected.merge(partition, next, Math::min);
        }
        unchecked.removeAll(fresh);
        if (corrected.equals(starts)) {
            return true;
        }
        Rewind.to(corrected, consumer);
        return false;
    }
}
