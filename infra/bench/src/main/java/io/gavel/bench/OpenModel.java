package io.gavel.bench;

import io.gavel.contracts.topic.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Sends at times that are fixed beforehand, whatever comes back, and measures each answer from the
 * time its message was due, not from when it got away: a stall counts for everything it holds up
 * (no coordinated omission).
 *
 * @param answers each has the id of what it answers in its header {@code id}
 * @param message the one with the id that is given
 * @param check throws if an answer is not the one that is measured; asked after the run
 */
record OpenModel(
        Sender sender,
        KafkaConsumer<byte[], byte[]> answers,
        Function<UUID, ProducerRecord<byte[], byte[]>> message,
        Consumer<ConsumerRecord<byte[], byte[]>> check) {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_LATENCY = Duration.ofMinutes(1);
    private static final long LEAST_NANOS = 1_000;
    private static final int DIGITS = 3;

    /**
     * The latencies in nanoseconds of that many messages a second for that long.
     *
     * @throws IllegalStateException if an answer is out for more than a minute after the last
     *     message
     */
    Histogram run(int perSecond, Duration length) {
        int count = Math.toIntExact(perSecond * length.toMillis() / 1_000);
        long run = ThreadLocalRandom.current().nextLong();
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            messages.add(message.apply(new UUID(run, i)));
        }
        Metronome metronome = Metronome.soon(perSecond);
        Thread.ofPlatform().name("sender").start(() -> send(messages, metronome));

        Histogram latencies = new Histogram(LEAST_NANOS, LONGEST_LATENCY.toNanos() * 2, DIGITS);
        List<ConsumerRecord<byte[], byte[]>> answered = new ArrayList<>(count);
        long until = metronome.due(0) + length.toNanos() + LONGEST_LATENCY.toNanos();
        while (latencies.getTotalCount() < count) {
            for (ConsumerRecord<byte[], byte[]> answer : answers.poll(POLL)) {
                UUID id = idOf(answer);
                if (id.getMostSignificantBits() == run) {
                    long due = metronome.due(id.getLeastSignificantBits());
                    latencies.recordValue(System.nanoTime() - due);
                    answered.add(answer);
                }
            }
            sender.requireTaken();
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        latencies.getTotalCount() + " answers (expected: " + count + ")");
            }
        }
        answered.forEach(check);
        return latencies;
    }

    private void send(List<ProducerRecord<byte[], byte[]>> messages, Metronome metronome) {
        for (int i = 0; i < messages.size(); i++) {
            metronome.await(i);
            sender.send(messages.get(i));
        }
    }

    private static UUID idOf(ConsumerRecord<byte[], byte[]> answer) {
        Header id = answer.headers().lastHeader(Headers.COMMAND_ID);
        return UUID.fromString(new String(id.value(), StandardCharsets.UTF_8));
    }
}
