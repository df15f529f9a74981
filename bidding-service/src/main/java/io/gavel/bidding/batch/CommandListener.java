package io.gavel.bidding.batch;

import io.gavel.contracts.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Takes polls from the command topic, and starts each partition where the database says. */
final class CommandListener implements ConsumerAwareRebalanceListener {

    static final String ID = "commands";

    private static final Logger LOG = LoggerFactory.getLogger(CommandListener.class);

    private final BatchWriter writer;
    private final BatchMetrics metrics;

    CommandListener(BatchWriter writer, BatchMetrics metrics) {
        this.writer = writer;
        this.metrics = metrics;
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = Topics.Names.LOT_COMMANDS)
    void onPoll(List<ConsumerRecord<byte[], byte[]>> poll) {
        try {
            writer.write(poll);
        } catch (FencedException e) {
            metrics.fenced();
            LOG.warn("{}", e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("a batch of {} records failed and will come again", poll.size(), e);
            throw e;
        }
    }

    /**
     * Never starts behind what the database has decided. It may start before it: those records were
     * decided but perhaps not told.
     *
     * @throws IllegalStateException if the log ends before what was decided: it is not the log that
     *     was decided
     */
    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Set<Integer> numbers = numbers(partitions);
        Map<Integer, Long> decided = writer.nextOffsets(numbers);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
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
            if (consumer.position(partition) > next) {
                consumer.seek(partition, next);
            }
        }
        LOG.info("writing partitions {}", numbers);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        writer.forget(numbers(partitions));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        writer.forget(numbers(partitions));
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
}
