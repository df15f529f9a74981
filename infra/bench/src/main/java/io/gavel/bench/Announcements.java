package io.gavel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.topic.Headers;
import io.gavel.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What is told of lots that end, by when it arrives: that each was closed, once, and not before its
 * end, and that it was sold, once. The clock is this machine's, which is the broker's too.
 */
final class Announcements {

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int DIGITS = 3;

    private final Map<UUID, Instant> ends;
    private final Instant until;
    private final Map<UUID, Instant> closedAt = new HashMap<>();
    private final Map<UUID, Instant> soldAt = new HashMap<>();

    Announcements(Map<UUID, Instant> ends) {
        this.ends = ends;
        this.until = Collections.max(ends.values()).plus(LONGEST_DELAY);
    }

    /**
     * Returns when all are closed and sold.
     *
     * @param requireService throws if the service that asks for the ends is not there any more
     * @throws IllegalStateException if a lot is closed early or twice, sold twice, or any is
     *     neither 60 s after the last end
     */
    void await(Consumer<byte[], byte[]> told, Runnable requireService) {
        while (closedAt.size() < ends.size() || soldAt.size() < ends.size()) {
            requireService.run();
            var records = told.poll(POLL);
            Instant now = Instant.now();
            records.forEach(record -> take(record, now));
            if (now.isAfter(until)) {
                throw new IllegalStateException(
                        "%d closed and %d sold by %s (expected: %d)"
                                .formatted(closedAt.size(), soldAt.size(), until, ends.size()));
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Instant now) {
        UUID lot = UUID.fromString(new String(record.key(), UTF_8));
        Instant end = ends.get(lot);
        if (end == null) {
            return;
        }
        if (record.topic().equals(Topics.SALES.topic())) {
            once(soldAt, lot, now, "sold");
        } else if (isClosed(record)) {
            once(closedAt, lot, now, "closed");
            if (now.isBefore(end)) {
                throw new IllegalStateException(
                        "lot "
                                + lot
                                + ": closed at "
                                + now
                                + " (expected: not before "
                                + end
                                + ")");
            }
        }
    }

    private static boolean isClosed(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        return type != null && "closed".equals(new String(type.value(), UTF_8));
    }

    private static void once(Map<UUID, Instant> at, UUID lot, Instant now, String what) {
        Instant before = at.putIfAbsent(lot, now);
        if (before != null) {
            throw new IllegalStateException(
                    "lot %s: %s at %s and %s (expected: once)".formatted(lot, what, before, now));
        }
    }

    /** From each lot's end to the arrival of its closing, in milliseconds. */
    Histogram closed() {
        return since(ends, closedAt);
    }

    /** From the arrival of each lot's closing to that of its sale, in milliseconds. */
    Histogram sold() {
        return since(closedAt, soldAt);
    }

    private Histogram since(Map<UUID, Instant> from, Map<UUID, Instant> to) {
        Histogram millis = new Histogram(LONGEST_DELAY.toMillis() * 2, DIGITS);
        ends.keySet()
                .forEach(lot ->
                        millis.recordValue(
                                Math.max(
                                        0,
                                        Duration.between(from.get(lot), to.get(lot)).toMillis())));
        return millis;
    }
}
