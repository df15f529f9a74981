package io.gavel.bidding.batch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each partition is told. Kafka learns of it now and then, since a commit for every small
 * batch would cost more than the batch; what it has not learned in a crash is told again.
 */
final class Offsets {

    private static final Logger LOG = LoggerFactory.getLogger(Offsets.class);

    private final Map<TopicPartition, OffsetAndMetadata> told = new ConcurrentHashMap<>();
    private final long intervalNanos;
    private long lastCommit = System.nanoTime();

    /**
     * @param interval between commits while there is work
     */
    Offsets(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /** Everything up to the end of the poll is on Kafka; called by the announcer, in order. */
    void told(List<ConsumerRecord<byte[], byte[]>> poll) {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : poll) {
            ends.put(
                    new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1));
        }
        told.putAll(ends);
    }

    /** Commits if the last time is long enough ago, without waiting for the answer. */
    void commitNowAndThen(Consumer<?, ?> consumer) {
        if (System.nanoTime() - lastCommit >= intervalNanos) {
            commit(consumer);
        }
    }

    /** Commits what is told, of the partitions that the consumer has, without waiting. */
    void commit(Consumer<?, ?> consumer) {
        lastCommit = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> due = take(consumer.assignment());
        if (!due.isEmpty()) {
            consumer.commitAsync(
                    due,
                    (offsets, failure) -> {
                        if (failure != null) {
                            offsets.forEach(told::putIfAbsent);
                            LOG.debug("offsets {} are committed later", offsets, failure);
                        }
                    });
        }
    }

    /** Commits before partitions go, and waits for it. */
    void commitLast(Collection<TopicPartition> going, Consumer<?, ?> consumer, Duration deadline) {
        Map<TopicPartition, OffsetAndMetadata> due = take(going);
        if (due.isEmpty()) {
            return;
        }
        try {
            try {
                consumer.commitSync(due, deadline);
            } catch (WakeupException e) {
                // A container that is being stopped has woken the consumer, which refuses once.
                consumer.commitSync(due, deadline);
            }
        } catch (KafkaException e) {
            LOG.warn("offsets {} are not committed: their next owner tells more again", due, e);
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(told::remove);
    }

    private Map<TopicPartition, OffsetAndMetadata> take(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = told.remove(partition);
            if (offset != null) {
                taken.put(partition, offset);
            }
        }
        return taken;
    }
}
