package io.gavel.bidding.batch;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Lets a poll come again. */
final class Rewind {

    private Rewind() {}

    static Map<TopicPartition, Long> starts(Iterable<? extends ConsumerRecord<?, ?>> poll) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        for (ConsumerRecord<?, ?> record : poll) {
            starts.merge(
                    new TopicPartition(record.topic(), record.partition()),
                    record.offset(),
                    Math::min);
        }
        return starts;
    }

    /** Moves the consumer to the offsets, of the partitions that it still has. */
    static void to(Map<TopicPartition, Long> offsets, Consumer<?, ?> consumer) {
        offsets.forEach((partition, offset) -> {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
    }
}
