package io.gavel.bidding.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one kind of message, on a thread of its own: announcements strictly one after the other, or
 * those that wait together, and each again until Kafka has acknowledged all of it. Then it hands
 * them on.
 */
final class Teller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final String what;
    private final Producer<byte[], byte[]> producer;
    private final Patience patience;
    private final Function<Announcement, List<ProducerRecord<byte[], byte[]>>> messages;
    private final Next next;
    private final BlockingQueue<Announcement> waiting;
    private final Thread thread;

    /**
     * @param messages of an announcement; asked again before each attempt
     * @param next gets each announcement that is told, in order
     */
    Teller(
            String what,
            Producer<byte[], byte[]> producer,
            Patience patience,
            Function<Announcement, List<ProducerRecord<byte[], byte[]>>> messages,
            Next next) {
        this.what = what;
        this.producer = producer;
        this.patience = patience;
        this.messages = messages;
        this.next = next;
        this.waiting = new ArrayBlockingQueue<>(patience.maxWaiting());
        this.thread = Thread.ofPlatform().name("tell-" + what).daemon().start(this::run);
    }

    /** Where announcements go that are told. */
    interface Next {
        void take(Announcement announcement) throws InterruptedException;
    }

    /**
     * How long things may take.
     *
     * @param maxWaiting announcements that wait for their turn
     * @param deadline for an announcement's acknowledgements, and for room to wait in
     * @param retry before it is told again; doubles each time
     * @param maxRetry the longest such wait
     */
    record Patience(int maxWaiting, Duration deadline, Duration retry, Duration maxRetry) {}

    /**
     * Takes an announcement, waiting for room.
     *
     * @throws AnnouncementException if there is none within the deadline
     */
    void take(Announcement announcement) {
        try {
            if (waiting.offer(announcement, patience.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnnouncementException("interrupted before the " + what + " were told", e);
        }
        throw new AnnouncementException(
                patience.maxWaiting()
                        + " batches of "
                        + what
                        + " have waited for Kafka for "
                        + patience.deadline(),
                null);
    }

    /** Takes an announcement from another teller, which waits for room as long as it takes. */
    void takeOver(Announcement announcement) throws InterruptedException {
        waiting.put(announcement);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Announcement> turn = new ArrayList<>();
                turn.add(waiting.take());
                waiting.drainTo(turn);
                tellUntilTaken(turn);
                for (Announcement announcement : turn) {
                    next.take(announcement);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("no more {} are told", what);
        }
    }

    private void tellUntilTaken(List<Announcement> turn) throws InterruptedException {
        Duration pause = patience.retry();
        while (true) {
            try {
                tell(turn);
                return;
            } catch (RuntimeException | ExecutionException | TimeoutException e) {
                LOG.warn("{} are not told and will be told again in {}", what, pause, e);
            }
            Thread.sleep(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(patience.maxRetry()) < 0 ? longer : patience.maxRetry();
        }
    }

    private void tell(List<Announcement> turn)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + patience.deadline().toNanos();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Announcement announcement : turn) {
            for (ProducerRecord<byte[], byte[]> message : messages.apply(announcement)) {
                sent.add(producer.send(message));
            }
        }
        if (sent.isEmpty()) {
            return;
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
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
