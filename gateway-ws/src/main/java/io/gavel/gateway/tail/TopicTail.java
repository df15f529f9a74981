package io.gavel.gateway.tail;

import io.gavel.gateway.GatewayProperties;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Follows one topic from its end, or its beginning, without a group: every partition from start-up,
 * or those that are needed, each from when it is. After a failure it goes on where it was. A record
 * that cannot be handled is logged and passed over.
 */
public final class TopicTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BACKOFF = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final String topic;
    private final Supplier<KafkaConsumer<String, byte[]>> consumers;
    private final Handing handing;
    private final Partitions partitions;
    private final Duration sweep;
    private final Positions positions;

    private volatile boolean running;
    private volatile boolean positioned;
    private volatile long lastPollNanos = System.nanoTime();
    private volatile @Nullable KafkaConsumer<String, byte[]> current;
    private volatile @Nullable Thread thread;
    private Partitions.@Nullable Wanted placed;
    private long sweptNanos = System.nanoTime();

    /**
     * @param limits of how many partitions all are followed, and how long one that is not needed
     * @param needed what is needed here now
     * @param positions nowhere yet; they say where it begins
     */
    TopicTail(
            String topic,
            Supplier<KafkaConsumer<String, byte[]>> consumers,
            GatewayProperties.Tail limits,
            Supplier<Needed> needed,
            Positions positions,
            Consumer<ConsumerRecord<String, byte[]>> handler) {
        this.topic = topic;
        this.consumers = consumers;
        this.handing = new Handing(handler);
        this.positions = positions;
        this.sweep = limits.linger().dividedBy(4);
        this.partitions =
                new Partitions(
                        limits.allPartitionsUpTo(), limits.linger().toNanos(), needed, this::wake);
    }

    String topic() {
        return topic;
    }

    /** Whether every record that is needed and appended from now on will be seen. */
    boolean isPositioned() {
        return positioned;
    }

    Duration sinceLastPoll() {
        return Duration.ofNanos(System.nanoTime() - lastPollNanos);
    }

    Partitions partitions() {
        return partitions;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("tail-" + topic).daemon().start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        wake();
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

    private void wake() {
        KafkaConsumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        LockSupport.unpark(thread);
    }

    private void follow() {
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer = consumers.get()) {
                current = consumer;
                placed = null;
                while (running) {
                    step(consumer);
                }
            } catch (InterruptException e) {
                LOG.debug("{}: stopped", topic, e);
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("{}: {}; trying again in {}", topic, e.getMessage(), BACKOFF);
                pause();
            } finally {
                current = null;
            }
        }
    }

    private void step(KafkaConsumer<String, byte[]> consumer) {
        try {
            count(consumer);
            place(consumer);
            poll(consumer);
            lastPollNanos = System.nanoTime();
            if (lastPollNanos - sweptNanos >= sweep.toNanos()) {
                sweptNanos = lastPollNanos;
                partitions.giveUp(lastPollNanos);
            }
        } catch (WakeupException e) {
            LOG.debug("{}: woken", topic, e);
        }
    }

    private void count(KafkaConsumer<String, byte[]> consumer) {
        if (!partitions.isCounted()) {
            int number = consumer.partitionsFor(topic).size();
            if (number == 0) {
                throw new IllegalStateException("no partitions (expected: the topic exists)");
            }
            partitions.counted(number, System.nanoTime());
        }
    }

    private void place(KafkaConsumer<String, byte[]> consumer) {
        Partitions.Wanted wanted = partitions.wanted();
        if (!wanted.equals(placed)) {
            positions.place(consumer, wanted.partitions());
            placed = wanted;
            positioned = positions.isCaughtUp(consumer);
            LOG.info("{}: following {} partitions", topic, wanted.partitions().size());
            partitions.followed(wanted);
        }
    }

    private void poll(KafkaConsumer<String, byte[]> consumer) {
        if (positions.isEmpty()) {
            LockSupport.parkNanos(this, POLL.toNanos());
            return;
        }
        for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
            handing.hand(found);
            positions.handled(found);
        }
        positioned = positioned || positions.isCaughtUp(consumer);
    }

    private void pause() {
        try {
            Thread.sleep(BACKOFF);
        } catch (InterruptedException e) {
            LOG.debug("{}: stopped while waiting", topic, e);
        }
    }
}
