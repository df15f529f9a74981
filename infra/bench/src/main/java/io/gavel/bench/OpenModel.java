package io.gavel.bench;

import io.gavel.contracts.topic.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** A parked thread comes back up to this much late; the rest of a wait is spun. */
    private static final long SPUN_NANOS = TimeUnit.MICROSECONDS.toNanos(150);

    /**
     * The latencies in nanoseconds of that many messages a second for that long.
     *
     * @throws IllegalStateException if an answer is out for more than a minute after the last
     *     message
     */
    Histogram run(int perSecond, Duration length) {
        int count = Math.toIntExact(perSecond * length.toMillis() / 1_000);
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long run = ThreadLocalRandom.current().nextLong();
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            messages.add(message.apply(new UUID(run, i)));
        }
        long start = System.nanoTime() + LEAD_NANOS;
        Thread.ofPlatform().name("sender").start(() -> send(messages, start, interval));

        Histogram latencies = new Histogram(LEAST_NANOS, LONGEST_LATENCY.toNanos() * 2, DIGITS);
        List<ConsumerRecord<byte[], byte[]>> answered = new ArrayList<>(count);
        long until = start + length.toNanos() + LONGEST_LATENCY.toNanos();
        while (latencies.getTotalCount() < count) {
            for (ConsumerRecord<byte[], byte[]> answer : answers.poll(POLL)) {
                UUID id = idOf(answer);
                if (id.getMostSignificantBits() == run) {
                    long due = start + id.getLeastSignificantBits() * interval;
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

    private void send(List<ProducerRecord<byte[], byte[]>> messages, long start, long interval) {
        long due = start;
        for (ProducerRecord<byte[], byte[]> next : messages) {
            awaitDue(due);
            sender.send(next);
            due += interval;
        }
    }

    private static void awaitDue(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (left > SPUN_NANOS) {
                LockSupport.parkNanos(left - SPUN_NANOS);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private static UUID idOf(ConsumerRecord<byte[], byte[]> answer) {
        Header id = answer.headers().lastHeader(Headers.COMMAND_ID);
        return UUID.fromString(new String(id.value(), StandardCharsets.UTF_8));
    }
}
