package io.gavel.gateway.tail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Where each partition of a topic that is followed goes on; for the tail's thread alone. */
final class Positions {

    /** Where a partition begins that was not followed before. */
    enum Start {
        BEGINNING,
        END
    }

    private final String topic;
    private final Start start;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    Positions(String topic, Start start) {
        this.topic = topic;
        this.start = start;
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    /**
     * Has the consumer follow these and no others: what was followed goes on where it was, the rest
     * begins at its start as it is now. May fail half-way, and is then to be done again, with this
     * consumer or another one.
     */
    void place(KafkaConsumer<String, byte[]> consumer, Set<Integer> wanted) {
        Set<TopicPartition> places =
                wanted.stream()
                        .map(partition -> new TopicPartition(topic, partition))
                        .collect(Collectors.toSet());
        Set<TopicPartition> held = consumer.assignment();
        next.keySet().retainAll(places);
        consumer.assign(places);
        for (TopicPartition partition : places) {
            Long known = next.get(partition);
            if (known == null) {
                begin(consumer, partition);
            } else if (!held.contains(partition)) {
                consumer.seek(partition, known);
            }
        }
        for (TopicPartition partition : places) {
            if (!next.containsKey(partition)) {
                next.put(partition, consumer.position(partition));
            }
        }
    }

    private void begin(KafkaConsumer<String, byte[]> consumer, TopicPartition partition) {
        switch (start) {
            case END -> consumer.seekToEnd(List.of(partition));
            case BEGINNING -> {
                ends.putAll(consumer.endOffsets(List.of(partition)));
                consumer.seekToBeginning(List.of(partition));
            }
        }
    }

    /** Whether all has been handled that was there when each partition was begun. */
    boolean isCaughtUp(KafkaConsumer<String, byte[]> consumer) {
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        return ends.isEmpty();
    }

    void handled(ConsumerRecord<String, byte[]> found) {
        next.put(new TopicPartition(topic, found.partition()), found.offset() + 1);
    }
}
