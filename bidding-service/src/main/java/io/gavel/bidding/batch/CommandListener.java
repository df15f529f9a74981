package io.gavel.bidding.batch;

import io.gavel.contracts.topic.Topics;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes polls from the command topic: each is decided and stored here, then handed to the
 * announcer, which acknowledges it once it is told.
 */
final class CommandListener implements ConsumerAwareRebalanceListener {

    static final String ID = "commands";

    private static final Logger LOG = LoggerFactory.getLogger(CommandListener.class);

    private final BatchWriter writer;
    private final Announcer announcer;
    private final BatchMetrics metrics;
    private final Duration handover;
    private final Beginnings beginnings;
    private final Map<TopicPartition, OffsetAndMetadata> told = new ConcurrentHashMap<>();

    /**
     * @param handover the longest wait, when a partition goes to another instance, for what is
     *     stored of it to be told
     */
    CommandListener(
            BatchWriter writer, Announcer announcer, BatchMetrics metrics, Duration handover) {
        this.writer = writer;
        this.announcer = announcer;
        this.metrics = metrics;
        this.handover = handover;
        this.beginnings = new Beginnings(writer);
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = Topics.Names.LOT_COMMANDS)
    void onPoll(
            List<ConsumerRecord<byte[], byte[]>> poll,
            Acknowledgment acknowledgment,
            Consumer<?, ?> consumer) {
        try {
            if (beginnings.allow(Rewind.starts(poll), consumer)) {
                announcer.announce(writer.write(poll, () -> told(poll, acknowledgment)));
            }
        } catch (FencedException e) {
            metrics.fenced();
            LOG.warn("{}", e.getMessage());
            throw e;
        } catch (CallNotPermittedException e) {
            LOG.debug("a batch of {} records waits for the database", poll.size());
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a batch of {} records failed and will come again", poll.size(), e);
            throw e;
        }
    }

    private void told(List<ConsumerRecord<byte[], byte[]>> poll, Acknowledgment acknowledgment) {
        for (ConsumerRecord<byte[], byte[]> record : poll) {
            told.put(
                    new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1));
        }
        acknowledgment.acknowledge();
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            announcer.own(numbers(partitions));
            beginnings.assigned(partitions, consumer);
            LOG.info("writing partitions {}", numbers(partitions));
        }
    }

    /** What is stored is told before the partition goes, so that its next owner need not. */
    @Override
    public void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            if (!announcer.awaitTold(handover)) {
                LOG.warn(
                        "not all of {} is told after {}: the next owner tells it",
                        partitions,
                        handover);
            }
            Map<TopicPartition, OffsetAndMetadata> done =
                    partitions.stream()
                            .filter(told::containsKey)
                            .collect(Collectors.toMap(p -> p, told::get));
            if (!done.isEmpty()) {
                commit(done, consumer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            LOG.warn(
                    "the offsets of {} are not committed: the next owner tells more again",
                    partitions,
                    e);
        }
        lose(partitions);
    }

    /** A container that is being stopped has woken the consumer, which then refuses once. */
    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets, Consumer<?, ?> consumer) {
        try {
            consumer.commitSync(offsets, handover);
        } catch (WakeupException e) {
            consumer.commitSync(offsets, handover);
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        lose(partitions);
    }

    private void lose(Collection<TopicPartition> partitions) {
        announcer.lose(numbers(partitions));
        writer.forget(numbers(partitions));
        beginnings.gone(partitions);
        partitions.forEach(told::remove);
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
}
