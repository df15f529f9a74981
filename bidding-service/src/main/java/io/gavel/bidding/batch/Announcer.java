package io.gavel.bidding.batch;

import io.gavel.bidding.log.SealedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is stored, while the next batch is decided: all events of a batch, then, when they
 * are on Kafka, its decisions (DESIGN, invariant 5). Events of a batch go out while the decisions
 * of the one before do; each topic gets them in order.
 */
final class Announcer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final BatchMetrics metrics;
    private final Teller events;
    private final Teller decisions;
    private final AtomicInteger untold = new AtomicInteger();
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();

    /**
     * Each kind of message has its own producer, since a flush waits for all that one was given.
     */
    Announcer(
            Producer<byte[], byte[]> eventProducer,
            Producer<byte[], byte[]> decisionProducer,
            BatchMetrics metrics,
            Teller.Patience patience) {
        this.metrics = metrics;
        this.decisions =
                new Teller("decisions", decisionProducer, patience, this::decisionsOf, this::told);
        this.events =
                new Teller("events", eventProducer, patience, this::eventsOf, decisions::takeOver);
    }

    /**
     * Tells a batch when its turn comes; waits for room.
     *
     * @throws Teller.AnnouncementException if Kafka has taken nothing for as long as the deadline
     */
    void announce(Announcement announcement) {
        untold.incrementAndGet();
        try {
            events.take(announcement);
        } catch (Teller.AnnouncementException e) {
            untold.decrementAndGet();
            throw e;
        }
    }

    /** Waits until all that was announced is told; whether it is. */
    synchronized boolean awaitTold(Duration deadline) throws InterruptedException {
        long until = System.nanoTime() + deadline.toNanos();
        long left = deadline.toNanos();
        while (untold.get() > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
        return untold.get() == 0;
    }

    /** Tells of these partitions: they are this instance's now. */
    void own(Collection<Integer> partitions) {
        lost.removeAll(partitions);
    }

    /** Tells no more of these partitions: another instance does. */
    void lose(Collection<Integer> partitions) {
        lost.addAll(partitions);
    }

    private List<ProducerRecord<byte[], byte[]>> eventsOf(Announcement announcement) {
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (Publication telling : announcement.tellings()) {
            if (!lost.contains(telling.partition())) {
                for (SealedEvent event : telling.events()) {
                    messages.add(Messages.event(telling, event));
                }
            }
        }
        return messages;
    }

    private List<ProducerRecord<byte[], byte[]>> decisionsOf(Announcement announcement) {
        List<ProducerRecord<byte[], byte[]>> messages =
                new ArrayList<>(announcement.tellings().size());
        for (Publication telling : announcement.tellings()) {
            if (!lost.contains(telling.partition())) {
                messages.add(Messages.decision(telling));
            }
        }
        for (LogRecord record : announcement.deadLetters()) {
            messages.add(Messages.deadLetter(record));
        }
        return messages;
    }

    private void told(Announcement announcement) {
        for (LogRecord record : announcement.deadLetters()) {
            LOG.warn(
                    "dead letter: partition {} offset {}: {}",
                    record.partition(),
                    record.offset(),
                    Messages.problem(record));
        }
        metrics.buried(announcement.deadLetters().size());
        announcement.told().run();
        untold.decrementAndGet();
        synchronized (this) {
            notifyAll();
        }
    }

    @Override
    public void close() {
        events.close();
        decisions.close();
    }
}
