package io.gavel.bidding.batch;

import io.gavel.bidding.log.SealedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is stored, on a thread of its own, while the next batch is decided: all events of
 * a batch, then, when they are on Kafka, its decisions (DESIGN, invariant 5). With the decisions go
 * the events of what was announced meanwhile; each topic gets everything in order.
 */
final class Announcer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Teller teller;
    private final Teller.Patience patience;
    private final BatchMetrics metrics;
    private final BlockingQueue<Announcement> waiting;
    private final AtomicInteger untold = new AtomicInteger();
    private final Set<Integer> lost = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    Announcer(Producer<byte[], byte[]> producer, BatchMetrics metrics, Teller.Patience patience) {
        this.teller = new Teller(producer, patience);
        this.patience = patience;
        this.metrics = metrics;
        this.waiting = new ArrayBlockingQueue<>(patience.maxWaiting());
        metrics.watchUntold(untold);
        this.thread = Thread.ofPlatform().name("announcer").daemon().start(this::run);
    }

    /**
     * Tells a batch when its turn comes; waits for room.
     *
     * @throws AnnouncementException if Kafka has taken nothing for as long as the deadline
     */
    void announce(Announcement announcement) {
        untold.incrementAndGet();
        try {
            if (waiting.offer(announcement, patience.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            untold.decrementAndGet();
            Thread.currentThread().interrupt();
            throw new AnnouncementException("interrupted before a batch was told", e);
        }
        untold.decrementAndGet();
        throw new AnnouncementException(
                patience.maxWaiting() + " batches have waited for Kafka for " + patience.deadline(),
                null);
    }

    private void run() {
        List<Announcement> decided = List.of();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Announcement> next = take(decided.isEmpty());
                List<Announcement> due = new ArrayList<>(decided);
                if (next.stream().allMatch(Announcer::hasNoEvent)) {
                    due.addAll(next);
                    next = List.of();
                }
                decided = next;
                tell(next, due);
            }
        } catch (InterruptedException e) {
            LOG.debug("nothing more is told");
        }
    }

    private List<Announcement> take(boolean idle) throws InterruptedException {
        List<Announcement> taken = new ArrayList<>();
        if (idle) {
            taken.add(waiting.take());
        }
        waiting.drainTo(taken);
        return taken;
    }

    private static boolean hasNoEvent(Announcement announcement) {
        return announcement.tellings().stream().allMatch(telling -> telling.events().isEmpty());
    }

    /**
     * Tells.
     *
     * @param stored whose events are told
     * @param due whose decisions are: their events are on Kafka
     */
    private void tell(List<Announcement> stored, List<Announcement> due)
            throws InterruptedException {
        long began = System.nanoTime();
        teller.tell(() -> {
            List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
            due.forEach(announcement -> addDecisions(announcement, messages));
            stored.forEach(announcement -> addEvents(announcement, messages));
            return messages;
        });
        metrics.stages().publish().record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        due.forEach(this::told);
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

    private void addEvents(
            Announcement announcement, List<ProducerRecord<byte[], byte[]>> messages) {
        for (Publication telling : announcement.tellings()) {
            if (!lost.contains(telling.partition())) {
                for (SealedEvent event : telling.events()) {
                    messages.add(Messages.event(telling, event, announcement.trace().of(telling)));
                }
            }
        }
    }

    private void addDecisions(
            Announcement announcement, List<ProducerRecord<byte[], byte[]>> messages) {
        for (Publication telling : announcement.tellings()) {
            if (!lost.contains(telling.partition())) {
                messages.add(Messages.decision(telling, announcement.trace().of(telling)));
            }
        }
        for (LogRecord record : announcement.deadLetters()) {
            messages.add(Messages.deadLetter(record));
        }
    }

    private void told(Announcement announcement) {
        for (LogRecord record : announcement.deadLetters()) {
            LOG.warn(
                    "dead letter: partition {} offset {}: {}",
                    record.partition(),
                    record.offset(),
                    Messages.problem(record));
        }
        announcement.trace().told();
        metrics.buried(announcement.deadLetters().size());
        announcement.told().run();
        untold.decrementAndGet();
        synchronized (this) {
            notifyAll();
        }
    }

    /** Stops where it is; what is not told is stored, and told by whoever reads the log next. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is stored cannot be told now; it will be told again. */
    static final class AnnouncementException extends RuntimeException {

        private static final long serialVersionUID = 1;

        AnnouncementException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
