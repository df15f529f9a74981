package io.gavel.settlement.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.topic.Headers;
import io.gavel.contracts.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts aside what cannot be read, so that its partition goes on. */
@Component
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Outgoing outgoing;
    private final MeterRegistry meters;

    DeadLetters(Outgoing outgoing, MeterRegistry meters) {
        this.outgoing = outgoing;
        this.meters = meters;
        counter(Topics.LOT_EVENTS.topic());
        counter(Topics.DECISIONS.topic());
    }

    /** Returns when the broker has it. The problem may quote secrets: it is not logged. */
    void send(ConsumerRecord<byte[], byte[]> record, String problem) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(deadLetterTopic(record.topic()), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        letter.headers().remove(Headers.PROBLEM).add(Headers.PROBLEM, problem.getBytes(UTF_8));
        outgoing.send(List.of(letter)).block();
        counter(record.topic()).increment();
        LOG.warn(
                "Put aside a record that cannot be read: {}-{}@{}",
                record.topic(),
                record.partition(),
                record.offset());
    }

    private Counter counter(String topic) {
        return meters.counter("gavel.settlement.dead.letters", "topic", topic);
    }

    private static String deadLetterTopic(String name) {
        return Arrays.stream(Topics.values())
                .filter(topic -> topic.topic().equals(name))
                .map(Topics::deadLetters)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "topic: " + name + " (expected: one of Gavel's)"));
    }
}
