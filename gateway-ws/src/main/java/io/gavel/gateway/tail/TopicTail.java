package io.gavel.gateway.tail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Follows one topic from its end at start-up: every partition, no group, since each gateway sees
 * everything. After a failure it goes on where it was. A record that cannot be handled is logged
 * and passed over.
 */
public final class TopicTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BACKOFF = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<KafkaConsumer<String, byte[]>> consumers;
    private final Consumer<ConsumerRecord<String, byte[]>> handler;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    private volatile boolean running;
    private volatile boolean positioned;
    private volatile long lastPollNanos;
    private volatile @Nullable KafkaConsumer<String, byte[]> current;
    private @Nullable Thread thread;

    TopicTail(
            String topic,
            Supplier<KafkaConsumer<String, byte[]>> consumers,
            Consumer<ConsumerRecord<String, byte[]>> handler) {
        this.topic = topic;
        this.consumers = consumers;
        this.handler = handler;
    }

    String topic() {
        return topic;
    }

    /** Whether every record appended from now on will be seen. */
    boolean isPositioned() {
        return positioned;
    }

    Duration sinceLastPoll() {
        return Duration.ofNanos(System.nanoTime() - lastPollNanos);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("tail-" + topic).daemon().start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        KafkaConsumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread following = thread;
        if (following != null) {
            try {
                following.join(STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** It follows from before the first connection until after the last one has its answers. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    private void follow() {
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                position(consumer);
                while (running) {
                    poll(consumer);
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("{}: woken", topic, e);
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("{}: {}; trying again in {}", topic, e.getMessage(), BACKOFF);
                pause();
            } finally {
                current = null;
            }
        }
    }

    private void position(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("no partitions (expected: the topic exists)");
        }
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            Long known = next.get(partition);
            if (known == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, known);
            }
        }
        partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
        lastPollNanos = System.nanoTime();
        positioned = true;
        LOG.info("{}: following {} partitions", topic, partitions.size());
    }

    private void poll(KafkaConsumer<String, byte[]> consumer) {
        for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
            handle(found);
            next.put(new TopicPartition(topic, found.partition()), found.offset() + 1);
        }
        lastPollNanos = System.nanoTime();
    }

    private void handle(ConsumerRecord<String, byte[]> found) {
        try {
            handler.accept(found);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("topic", topic)
                    .addKeyValue("partition", found.partition())
                    .addKeyValue("offset", found.offset())
                    .log("record passed over: {}", e.getClass().getSimpleName());
        }
    }

    private void pause() {
        try {
            Thread.sleep(BACKOFF);
        } catch (InterruptedException e) {
            LOG.debug("{}: stopped while waiting", topic, e);
        }
    }
}
