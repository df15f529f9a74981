package io.gavel.bidding.batch;

import io.gavel.contracts.topic.Topics;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Takes polls from the command topic: each is decided and stored here, then handed to the
 * announcer; its offsets are committed once it is told.
 */
final class CommandListener implements ConsumerAwareRebalanceListener {

    static final String ID = "commands";

    private static final Logger LOG = LoggerFactory.getLogger(CommandListener.class);

    private final BatchWriter writer;
    private final Announcer announcer;
    private final BatchMetrics metrics;
    private final Duration handover;
    private final Beginnings beginnings;
    private final Offsets offsets;

    /**
     * @param handover the longest wait, when a partition goes to another instance, for what is
     *     stored of it to be told
     */
    CommandListener(
            BatchWriter writer,
            Announcer announcer,
            Offsets offsets,
            BatchMetrics metrics,
            Duration handover) {
        this.writer = writer;
        this.announcer = announcer;
        this.offsets = offsets;
        this.metrics = metrics;
        this.handover = handover;
        this.beginnings = new Beginnings(writer);
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = Topics.Names.LOT_COMMANDS)
    void onPoll(List<ConsumerRecord<byte[], byte[]>> poll, Consumer<?, ?> consumer) {
        try {
            if (beginnings.allow(Rewind.starts(poll), consumer)) {
                announcer.announce(writer.write(poll, () -> offsets.told(poll)));
            }
            offsets.commitNowAndThen(consumer);
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

    /** Nothing comes: a good time to commit what was told last. */
    @EventListener
    void onIdle(ListenerContainerIdleEvent idle) {
        offsets.commit(idle.getConsumer());
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        offsets.commitLast(partitions, consumer, handover);
        lose(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        lose(partitions);
    }

    private void lose(Collection<TopicPartition> partitions) {
        announcer.lose(numbers(partitions));
        writer.forget(numbers(partitions));
        beginnings.gone(partitions);
        offsets.forget(partitions);
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
}
